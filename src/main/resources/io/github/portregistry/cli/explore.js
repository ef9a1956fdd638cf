const PAGE = matchMedia("(max-width: 960px)").matches ? 8 : 20;
const FIRST_SHOWN = 443;
const byId = id => document.getElementById(id);

/** The page: the current search, and what it shows. */
class Explorer {
  constructor(registry) {
    this.registry = registry;
    this.map = new PortMap(byId("map"), registry);
    this.years = new Years(byId("years"), byId("reading"), registry.rows);
    this.introduce();
    this.listen();
    this.restore();
  }

  introduce() {
    const { edition, unknown, rows } = this.registry;
    const here = unknown ? " in this edition" : "";
    this.counts = countsOf(this.registry.portKinds, KINDS.length);
    byId("finding").textContent = `${number(this.counts[1])} of ${number(this.counts[0] + this.counts[1])} assigned ports cite no document${here}.`;
    byId("edition").textContent = "Edition: " + edition;
    byId("unknown").textContent = unknown;
    byId("unknown").hidden = unknown === "";
    const undated = rows.filter(row => row.status === ASSIGNED && !row.registered).length;
    byId("undated").textContent = plural(undated, "assignment has", "assignments have") + " no registration date" + here;
  }

  listen() {
    byId("search").addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.search("typing"), 120);
    });
    byId("controls").addEventListener("submit", event => {
      event.preventDefault();
      this.search("entering");
      if (matchMedia("(pointer: coarse)").matches) {
        byId("search").blur(); // puts a keyboard on the screen away
      }
    });
    document.addEventListener("click", event => this.click(event.target.closest("button")?.dataset ?? {}));
    byId("previous").addEventListener("click", () => this.go(Math.max(this.map.port - 1, 0), "moving", true));
    byId("next").addEventListener("click", () => this.go(Math.min(this.map.port + 1, PORTS - 1), "moving", true));
    byId("more").addEventListener("click", () => this.showMore());
    addEventListener("hashchange", () => this.restore());
    const map = byId("map");
    map.addEventListener("click", event => this.go(this.portUnder(event) ?? this.map.port));
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
      this.go(Number(port), "", true);
    } else if (row) {
      this.showRow(this.registry.rows[row]);
      this.remember();
    }
  }

  /** Turns a filter on or off. A free port has no rows that the other filters could apply to. */
  filter(name) {
    const isOn = !this.filters[name];
    this.filters = name === "free" ? { free: isOn } : { ...this.filters, free: false, [name]: isOn };
    this.search();
  }

  press(event) {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const port = event.altKey || event.ctrlKey || event.metaKey ? null : this.map.moved(key);
    if (port !== null) {
      event.preventDefault();
      this.go(port, "moving");
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

  /** Shows what the address says. */
  restore() {
    const { search, filters, port } = readAddress(location.hash);
    byId("search").value = search;
    this.filters = filters;
    this.doing = "";
    clearTimeout(this.remembering);
    this.find();
    if (port !== null || search === "") {
      this.select(port ?? FIRST_SHOWN);
    }
  }

  /**
   * Puts what is shown into the address, as a step to go back to. Typing on, entering what is typed and moving on belong
   * to the step before.
   */
  remember(doing = "") {
    const goesOn = { typing: "typing", entering: "typing", moving: "moving" }[doing] === this.doing;
    const address = addressOf({ search: byId("search").value.trim(), filters: this.filters, port: this.port });
    this.doing = doing;
    clearTimeout(this.remembering);
    if (address !== location.hash && !goesOn) {
      history.pushState(null, "", address);
    } else if (goesOn) {
      const wait = doing === "entering" ? 0 : 300; // browsers refuse many at once
      this.remembering = setTimeout(() => history.replaceState(null, "", address), wait);
    }
  }

  go(port, doing, isSaid) {
    this.select(port, isSaid);
    this.remember(doing);
  }

  /** Selects a port. A selection made elsewhere than on the map is announced to screen readers. */
  select(port, isSaid = false) {
    const words = inWords(this.registry, port);
    const range = this.registry.ranges.findIndex(range => port <= range.last);
    this.port = port;
    this.map.select(port);
    byId("map").setAttribute("aria-valuenow", port);
    byId("map").setAttribute("aria-valuetext", words);
    this.answer("Port " + port, isSaid ? words : "",
      element("p", { className: "quiet", textContent: this.registry.ranges[range].words + ": " + RANGE_MEANINGS[range] }),
      ...[...answersOf(this.registry, port)].map(([row, over]) => described(this.registry, row, over)));
  }

  showRow(row) {
    this.port = null;
    this.answer("No port", titleOf(row) + ": no port",
      described(this.registry, row, TRANSPORTS.filter((_, t) => row.over !== EVERY_TRANSPORT && row.over >> t & 1)));
  }

  showNothing(...reasons) {
    this.port = null;
    this.answer("Nothing found", "Nothing found", ...reasons.map(reason => element("p", { textContent: reason })));
  }

  answer(title, said, ...parts) {
    byId("said").textContent = said;
    byId("port").textContent = title;
    byId("rows").replaceChildren(...parts);
    byId("answer").scrollTop = 0;
  }

  search(doing) {
    clearTimeout(this.typing);
    this.find(doing === "entering");
    this.remember(doing);
  }

  /** Finds what is searched for, and selects what it is sure to mean, or the first that is found if it is entered. */
  find(isEntered = false) {
    for (const button of byId("filters").children) {
      button.setAttribute("aria-pressed", Boolean(this.filters[button.dataset.filter]));
    }
    try {
      const search = parseSearch(this.registry, byId("search").value);
      this.show(this.filters.free ? freeFound(this.registry, search) : rowsFound(this.registry, search, this.filters));
      const port = portOf(search);
      const { isSure, items: [first] } = this.found;
      if (port !== null) {
        this.select(port, true);
      } else if (first && (isSure || isEntered && !search.isEmpty)) {
        first.row?.hasPorts === false ? this.showRow(first.row) : this.select(first.port, true);
      } else if (first) {
        this.select(this.map.port);
      } else {
        this.showNothing(...this.reasonsForNothing());
      }
    } catch (trouble) {
      if (!(trouble instanceof RangeError)) {
        throw trouble;
      }
      this.show({ count: trouble.message, items: [], marks: new Uint8Array(PORTS), rows: [], year: "" });
      this.showNothing(trouble.message);
    }
  }

  reasonsForNothing() {
    const isFiltered = Object.values(this.filters).some(Boolean);
    return [["The registry has nothing for", byId("search").value.trim(), isFiltered ? "with these filters" : ""].join(" ").trim() + ".",
      "That does not mean that nothing uses it: much software has never registered a port, or runs on another's.",
      ...this.registry.unknown ? [this.registry.unknown] : []];
  }

  show(found) {
    this.found = found;
    byId("count").textContent = found.count;
    byId("legend").replaceChildren(...legendOf(found.marks, this.counts));
    byId("list").replaceChildren();
    this.showMore();
    this.map.mark(found.marks);
    this.years.show(found.rows, found.year);
  }

  showMore() {
    const shown = byId("list").childElementCount;
    byId("list").append(...this.found.items.slice(shown, shown + PAGE).map(itemOf));
    byId("more").hidden = byId("list").childElementCount === this.found.items.length;
    if (shown > 0) {
      byId("list").children[shown].firstChild.focus();
    }
  }
}

readRegistry().then(registry => {
  byId("page").hidden = false;
  new Explorer(registry);
}).catch(trouble => {
  byId("trouble").hidden = false;
  byId("trouble").textContent = "This browser cannot draw the page: " + trouble.message;
  throw trouble;
});
