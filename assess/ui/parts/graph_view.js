// Draws the picture that Python laid out, and reports which box was chosen.
const SVG = "http://www.w3.org/2000/svg"
const views = new WeakMap()

function make(name, attributes, text) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  if (text !== undefined) element.textContent = text
  return element
}

function paragraph(className, text, id) {
  const p = document.createElement("p")
  p.className = className
  p.textContent = text
  if (id) p.id = id
  return p
}

function arrow(link) {
  const group = make("g", { class: `link ${link.tone}`, "aria-hidden": "true" })
  group.append(
    make("path", {
      d: link.curve, "stroke-width": link.stroke, "stroke-dasharray": link.dashes || "none",
    }),
    make("polygon", { points: link.head }),
  )
  return group
}

function box(node, line) {
  const [x, y, width, height, corner] = node.box
  const group = make("g", {
    class: `node ${node.tone}`, role: "button", tabindex: "-1", "aria-label": node.spoken,
    "aria-pressed": "false",
  })
  group.append(
    make("rect", {
      class: "ring", x: x - 5, y: y - 5, width: width + 10, height: height + 10, rx: corner + 5,
    }),
    make("rect", { class: "body", x, y, width, height, rx: corner }),
  )
  const rows = [node.code, ...node.lines, ...node.marks]
  rows.forEach((words, row) => group.append(make("text", {
    x: x + 12, y: y + 8 + line * (row + 0.5),
    class: row === 0 || row > node.lines.length ? "strong" : "",
  }, words)))
  return group
}

const centre = ({ box: [x, y, width, height] }) => [x + width / 2, y + height / 2]

// The box one would look at next in a direction; boxes joined by an arrow come first.
function neighbour(view, node, key) {
  const axis = key === "ArrowLeft" || key === "ArrowRight" ? 0 : 1
  const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1
  const from = centre(node)
  const cost = (other) => {
    const to = centre(other)
    const along = (to[axis] - from[axis]) * sign
    if (along < 8) return Infinity
    const joined = view.links.some((link) =>
      (link.from === node.id && link.to === other.id)
      || (link.to === node.id && link.from === other.id))
    const aside = Math.abs(to[1 - axis] - from[1 - axis])
    return (along + 3 * aside) * (joined && axis === view.axis ? 0.3 : 1)
  }
  const best = view.nodes.reduce((a, b) => (cost(b) < cost(a) ? b : a))
  return cost(best) < Infinity ? best : node
}

function draw(view, picture) {
  const hadFocus = Boolean(view.frame.getRootNode().activeElement?.closest(".node"))
  view.nodes = picture.nodes
  view.links = picture.links
  view.axis = picture.across ? 0 : 1
  const svg = make("svg", {
    viewBox: `0 0 ${picture.width} ${picture.height}`, width: picture.width,
    role: "group", "aria-label": picture.title, "aria-describedby": "description",
  })
  svg.style.minWidth = `${Math.round(picture.width * 0.9)}px`
  view.arrows = picture.links.map(arrow)
  view.boxes = new Map(picture.nodes.map((node) => [node.id, box(node, picture.line)]))
  svg.append(...view.arrows, ...view.boxes.values())
  const scroller = document.createElement("div")
  scroller.className = "scroller"
  scroller.append(svg)
  view.frame.replaceChildren(
    paragraph("unseen", picture.description, "description"),
    paragraph("hint", picture.hint), scroller,
    ...picture.legend.map((sentence) => paragraph("legend", sentence)),
  )
  if (!view.boxes.has(view.current)) view.current = picture.nodes[0]?.id
  if (hadFocus) view.boxes.get(view.current)?.focus()
}

// The picture that fits the room there is, drawn only when it is another one.
function fit(view) {
  const tight = view.narrow && view.frame.clientWidth < view.wide.width * 0.75
  const picture = tight ? view.narrow : view.wide
  const drawn = JSON.stringify(picture)
  if (view.drawn === drawn) return
  view.drawn = drawn
  draw(view, picture)
  mark(view)
}

function mark(view) {
  for (const [id, group] of view.boxes) {
    group.setAttribute("tabindex", id === view.current ? "0" : "-1")
    group.setAttribute("aria-pressed", String(id === view.selected))
  }
  const chosen = view.boxes.has(view.selected)
  const near = new Set([view.selected])
  view.links.forEach((link, place) => {
    const touches = link.from === view.selected || link.to === view.selected
    view.arrows[place].classList.toggle("lit", touches)
    if (touches) near.add(link.from).add(link.to)
  })
  view.frame.classList.toggle("chosen", chosen)
  for (const [id, group] of view.boxes) group.classList.toggle("near", near.has(id))
}

function go(view, id) {
  view.current = id
  mark(view)
  const group = view.boxes.get(id)
  group.focus()
  group.scrollIntoView?.({ block: "nearest", inline: "nearest" })
}

function choose(view, id) {
  view.current = id
  view.selected = view.selected === id ? null : id
  view.clicks.push(view.selected)
  mark(view)
  view.report(view.selected ?? "")
}

function idOf(view, event) {
  const group = event.target.closest?.(".node")
  return [...view.boxes].find(([, one]) => one === group)?.[0]
}

function pressed(view, event) {
  const id = idOf(view, event)
  if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const node = view.nodes.find((one) => one.id === id)
  if (event.key === "Enter" || event.key === " ") choose(view, id)
  else if (event.key === "Home") go(view, view.nodes[0].id)
  else if (event.key === "End") go(view, view.nodes.at(-1).id)
  else if (event.key.startsWith("Arrow")) go(view, neighbour(view, node, event.key).id)
  else return
  event.preventDefault()
}

// Python's word counts when it changes and is not the echo of a click: a page that learns of a
// click only after it drew the picture tells us one run late.
function hear(view, selected) {
  if (view.handed === selected) return
  view.handed = selected
  const echo = view.clicks.indexOf(selected)
  view.clicks.splice(0, echo < 0 ? view.clicks.length : echo + 1)
  if (view.clicks.length > 0) return
  view.selected = selected
  if (selected !== null) view.current = selected
}

export default function ({ data, parentElement, setTriggerValue }) {
  const frame = parentElement.querySelector(".frame")
  let view = views.get(frame)
  if (!view) {
    view = { frame, boxes: new Map(), clicks: [], handed: null, selected: null }
    views.set(frame, view)
    view.watch = new ResizeObserver(() => fit(view))
    frame.addEventListener("focusin", (event) => {
      const id = idOf(view, event)
      if (id !== undefined && id !== view.current) { view.current = id; mark(view) }
    })
    frame.onkeydown = (event) => pressed(view, event)
    frame.onclick = (event) => {
      const id = idOf(view, event)
      if (id !== undefined) { go(view, id); choose(view, id) }
    }
  }
  view.report = (id) => setTriggerValue("chosen", id)
  hear(view, data.selected ?? null)
  view.wide = data.wide
  view.narrow = data.narrow ?? null
  fit(view)
  mark(view)
  view.watch.observe(frame)
  return () => view.watch.disconnect()
}
