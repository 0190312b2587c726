"""Several people's answers on one draft: how far they agree, where not, and what follows."""

from assess.agreement.analysis import Agreement, Round, agreement
from assess.agreement.dissent import Dissent, Item, Stance
from assess.agreement.document import FORMAT, document, dumps
from assess.agreement.measure import LEAST, Measure, Reason, alpha
from assess.agreement.merging import merge
from assess.agreement.reading import Conclusion, Pooled, PooledEffect, PooledNode, View, Vote
from assess.agreement.rounds import Changed, Move, moved

__all__ = [
    "FORMAT",
    "LEAST",
    "Agreement",
    "Changed",
    "Conclusion",
    "Dissent",
    "Item",
    "Measure",
    "Move",
    "Pooled",
    "PooledEffect",
    "PooledNode",
    "Reason",
    "Round",
    "Stance",
    "View",
    "Vote",
    "agreement",
    "alpha",
    "document",
    "dumps",
    "merge",
    "moved",
]
