const PAGE = 20;
const EVERYWHERE = { first: 0, last: PORTS - 1 };
const byId = id => document.getElementById(id);

/** The page: the current search, and what it shows. */
class Explorer {
  constructor(registry) {
    this.registry = registry;
    this.filters = {};
    this.map = new PortMap(byId("map"), registry);
    this.years = new Years(byId("years"), byId("reading"), registry.rows);
    this.introduce();
    this.listen();
    this.search();
    this.select(portIn(location.hash) ?? 1326);
  }

  introduce() {
    const counts = KINDS.map(() => 0);
    this.registry.portKinds.forEach(kind => counts[kind]++);
    byId("headline").textContent = `${number(counts[1])} of ${number(counts[0] + counts[1])} assigned ports cite no document`;
    KINDS.forEach((kind, i) => {
      const swatch = element("i");
      swatch.style.background = `var(--${kind.style})`;
      byId("legend").append(element("li", {}, swatch, element("b", { textContent: number(counts[i]) }), " " + kind.words));
    });
    byId("edition").textContent = "Edition: " + this.registry.edition;
    byId("unknown").textContent = this.registry.unknown;
    byId("unknown").hidden = this.registry.unknown === "";
    const undated = this.registry.rows.filter(row => row.status === ASSIGNED && !row.registered).length;
    byId("undated").textContent = plural(undated, "assignment has", "assignments have") + " no registration date";
  }

  listen() {
    byId("search").addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.search(), 120);
    });
    byId("controls").addEventListener("submit", event => {
      event.preventDefault();
      this.search();
    });
    document.addEventListener("click", event => this.click(event.target.closest("button")?.dataset ?? {}));
    byId("previous").addEventListener("click", () => this.step(-1));
    byId("next").addEventListener("click", () => this.step(1));
    byId("more").addEventListener("click", () => this.showMore());
    addEventListener("hashchange", () => this.select(portIn(location.hash) ?? this.map.port));
    const map = byId("map");
    map.addEventListener("click", event => this.select(this.portUnder(event) ?? this.map.port));
    map.addEventListener("pointermove", event => this.hover(event));
    map.addEventListener("pointerleave", () => { byId("tip").hidden = true; });
    map.addEventListener("keydown", event => this.press(event));
  }

  click({ search, filter, port, row }) {
    if (search !== undefined) {
      byId("search").value = byId("search").value === search ? "" : search;
      this.search();
    } else if (filter) {
      this.filter(filter);
    } else if (port) {
      this.select(Number(port), true);
    } else if (row) {
      this.showRow(this.registry.rows[row]);
    }
  }

  /** Turns a filter on or off. A free port has no rows that the other filters could apply to. */
  filter(name) {
    const isOn = !this.filters[name];
    this.filters = name === "free" ? { free: isOn } : { ...this.filters, free: false, [name]: isOn };
    this.search();
  }

  step(by) {
    this.select(Math.min(Math.max(this.map.port + by, 0), PORTS - 1), true);
  }

  press(event) {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const port = event.altKey || event.ctrlKey || event.metaKey ? null : this.map.moved(key);
    if (port !== null) {
      event.preventDefault();
      this.select(port);
    }
  }

  portUnder(event) {
    const box = byId("map").getBoundingClientRect();
    return this.map.portAt(event.clientX - box.left, event.clientY - box.top);
  }

  hover(event) {
    const port = event.pointerType === "touch" ? null : this.portUnder(event);
    const tip = byId("tip");
    tip.hidden = port === null;
    if (port !== null) {
      const box = byId("map").getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      tip.textContent = inWords(this.registry, port);
      tip.style.left = Math.max(0, Math.min(x + 14, box.width - tip.offsetWidth)) + "px";
      tip.style.top = (y + 18 + tip.offsetHeight > box.height ? y - 10 - tip.offsetHeight : y + 18) + "px";
    }
  }

  /** Selects a port. A selection made elsewhere than on the map is announced to screen readers. */
  select(port, isSaid = false) {
    const words = inWords(this.registry, port);
    const range = this.registry.ranges.find(range => port <= range.last);
    this.map.select(port);
    byId("map").setAttribute("aria-valuenow", port);
    byId("map").setAttribute("aria-valuetext", words);
    byId("said").textContent = isSaid ? words : "";
    byId("port").textContent = "Port " + port;
    byId("rows").replaceChildren(element("p", { className: "quiet", textContent: range.words }),
      ...[...answersOf(this.registry, port)].map(([row, over]) => described(this.registry, row, over)));
    clearTimeout(this.naming);
    this.naming = setTimeout(() => history.replaceState(null, "", "#" + port), 300); // browsers refuse many at once
  }

  showRow(row) {
    byId("port").textContent = "No port";
    byId("rows").replaceChildren(described(this.registry, row, []));
    byId("said").textContent = titleOf(row) + ": no port";
  }

  search() {
    clearTimeout(this.typing);
    for (const button of byId("filters").children) {
      button.setAttribute("aria-pressed", Boolean(this.filters[button.dataset.filter]));
    }
    try {
      const search = parseSearch(byId("search").value);
      if (this.filters.free) {
        this.searchFree(search);
      } else {
        this.searchRows(search);
      }
      if (search.ports?.first === search.ports?.last && search.ports) {
        this.select(search.ports.first, true);
      }
    } catch (trouble) {
      if (!(trouble instanceof RangeError)) {
        throw trouble;
      }
      this.show(trouble.message, [], new Uint8Array(PORTS), [], "");
    }
  }

  searchRows(search) {
    const isAll = search.isEmpty && !this.filters.unreferenced && !this.filters.undated;
    const found = findRows(this.registry, search, this.filters);
    const assigned = found.filter(row => row.status === ASSIGNED);
    const rows = isAll ? assigned : found;
    const marks = isAll ? null : marksOf(this.registry, rows, search);
    const others = rows.length - assigned.length;
    this.show(plural(assigned.length, "assignment", "assignments")
      + (others > 0 ? ", " + plural(others, "reserved or unassigned block", "reserved or unassigned blocks") : "")
      + (marks ? ", " + plural(marks.reduce((sum, mark) => sum + mark, 0), "port", "ports") : ""),
      rows.map(row => () => rowItem(row, search)), marks, rows, search.year);
  }

  searchFree(search) {
    if (!search.isEmpty && !search.ports) {
      throw new RangeError("Free ports have no words: search for an interval such as 5000-6000");
    }
    const blocks = freeBlocks(this.registry, search.ports ?? EVERYWHERE);
    const marks = new Uint8Array(PORTS);
    blocks.forEach(block => marks.fill(1, block.first, block.last + 1));
    const count = marks.reduce((sum, mark) => sum + mark, 0);
    const { outgoing } = this.registry;
    const taken = marks.subarray(outgoing.first, outgoing.last + 1).reduce((sum, mark) => sum + mark, 0);
    this.show(plural(count, "port is", "ports are") + " unassigned over tcp and udp, " + number(count - taken)
      + " of them outside " + intervalText(outgoing) + ", which Linux uses for outgoing connections",
      blocks.map(block => () => item(intervalText(block), plural(block.last - block.first + 1, "port", "ports"), "",
        { port: block.first })), marks, [], "");
  }

  show(count, items, marks, rows, year) {
    byId("count").textContent = count;
    this.items = items;
    byId("list").replaceChildren();
    this.showMore();
    this.map.mark(marks);
    this.years.show(rows, year);
  }

  showMore() {
    const shown = byId("list").childElementCount;
    byId("list").append(...this.items.slice(shown, shown + PAGE).map(make => make()));
    byId("more").hidden = byId("list").childElementCount === this.items.length;
    if (shown > 0) {
      byId("list").children[shown].firstChild.focus();
    }
  }
}

function portIn(hash) {
  const port = /^#\d{1,5}$/.test(hash) ? Number(hash.slice(1)) : PORTS;
  return port < PORTS ? port : null;
}

readRegistry().then(registry => {
  byId("page").hidden = false;
  new Explorer(registry);
}).catch(trouble => {
  byId("trouble").hidden = false;
  byId("trouble").textContent = "This browser cannot draw the page: " + trouble.message;
  throw trouble;
});
