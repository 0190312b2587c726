// Another page within this one, as its readers will see it. It runs no script, and no link of it
// leads out of it: out there is the app, and what it leads to may not be there yet.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector("[data-root]");
  let frame = root.querySelector("iframe");
  if (!frame) {
    frame = document.createElement("iframe");
    frame.sandbox = "allow-same-origin"; // for us to reach its links; without allow-scripts
    frame.addEventListener("load", () => keep(frame.contentDocument));
    root.append(frame);
  }
  frame.title = data.label;
  if (frame.srcdoc !== data.page) frame.srcdoc = data.page;
}

function keep(page) {
  for (const link of [...page.links]) {
    const place = link.getAttribute("href");
    if (place.startsWith("#")) {
      link.href = `about:srcdoc${place}`; // else it would be a place in the page around this one
    } else {
      link.target = "_blank"; // which a frame without allow-popups does not get
    }
  }
}
