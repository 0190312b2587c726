"""The library as pages: each made when first asked for, then kept in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from assess.case import Case
from assess.library import Library
from assess.publication import feed, index, page
from assess.publication.document import case_file, document, same
from assess.publication.index import Entry, Index
from assess.publication.page.listing import listing
from assess.publication.page.place import Place
from assess.publication.shelf import Checkout
from assess.publication.snapshot import Snapshot
from assess.publication.subject import of_case
from assess.text import words


@dataclass(frozen=True)
class Leaf:
    """What is shown of one case: its page, its file as data, its entry in the list."""

    page: bytes
    data: bytes
    entry: Entry


@dataclass
class Collection:
    """The cases of a library for one place; what cannot be loaded is not among them.

    docx: whether a Word file stands beside each page. Addresses lead from the top of the site.
    """

    library: Library
    place: Place = field(default_factory=Place)
    docx: bool = False

    def __post_init__(self) -> None:
        self.checkout = Checkout(self.library)
        self._leaves: dict[str, Leaf] = {}

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The names of all cases, the newest first."""
        cases = sorted(self.library.cases(), key=lambda case: (-case.year, case.id))
        return tuple(case.id for case in cases)

    def made(self, slug: str) -> Leaf | None:
        """What is shown of a case, if it was made before."""
        return self._leaves.get(slug)

    def leaf(self, slug: str) -> Leaf:
        """What is shown of a case. Raises UnknownCase, or FileProblems if it cannot be loaded."""
        if slug not in self._leaves:
            self._leaves[slug] = self._made(self.library.case(slug))
        return self._leaves[slug]

    def _made(self, case: Case) -> Leaf:
        subject, line = of_case(self.library, case), self.checkout.of(case.id)
        living = page.Living(
            case.id,
            tuple(page.Version(each.address, each.made_on) for each in reversed(line)),
            current=bool(line) and same(document(subject, line[-1].made_on), line[-1].document),
            docx=self.docx,
        )
        below = self.place.below(1)
        return Leaf(
            page=page.living(subject, living, below),
            data=index.text(case_file(case)),
            entry=index.entry(subject, line, below),
        )

    @cached_property
    def listing(self) -> bytes:
        """All cases on one page."""
        below = self.place.below(1 if self.place.app else 0)
        return listing(words(), [self.leaf(slug).entry for slug in self.slugs], below)

    @cached_property
    def index(self) -> bytes:
        """All cases as data, links and all, for `cases/index.json`."""
        entries = tuple(self.leaf(slug).entry for slug in self.slugs)
        return index.text(Index(cases=entries).model_dump(mode="json"))

    @cached_property
    def schema(self) -> bytes:
        """The JSON Schema of that."""
        return index.text(index.schema())

    def feed(self, snapshots: Iterable[Snapshot]) -> bytes:
        """Snapshots as an Atom feed, for the top of the site."""
        return feed.atom(words(), snapshots, self.place.below(0))

    def sitemap(self, snapshots: Iterable[Snapshot] = ()) -> bytes | None:
        """What search engines may list: the cases, and these. None without a public address."""
        if not self.place.origin:
            return None
        start = "cases/list" if self.place.app else "index"
        kept = (f"s/{each.address}" for each in snapshots)
        return feed.sitemap([start, *(f"cases/{slug}" for slug in self.slugs), *kept], self.place)
