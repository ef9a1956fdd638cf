const number = n => n.toLocaleString("en");
const plural = (n, one, many) => number(n) + " " + (n === 1 ? one : many);

/** Makes an element. Text is set as text, so that nothing in it becomes markup. */
function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A button that the page identifies by its data attributes. */
function button(properties, data, ...children) {
  const made = element("button", { type: "button", ...properties }, ...children);
  Object.assign(made.dataset, data);
  return made;
}

function intervalText({ first, last }) {
  return first === last ? String(first) : first + "-" + last;
}

function titleOf(row) {
  return row === null ? "unlisted" : row.name || (row.status === ASSIGNED ? "(unnamed)" : STATUSES[row.status]);
}

/** What is registered for a port, one line each. */
function inWords(registry, port) {
  const parts = [...answersOf(registry, port)].map(([row, over]) => {
    const cited = row?.status !== ASSIGNED ? "" : row.references.length === 0 ? ", cites no document"
      : ", cites " + row.references.join(", ");
    return titleOf(row) + cited + " (" + over.join(", ") + ")";
  });
  return "Port " + port + ": " + parts.join("; ");
}

/** The details of a row; the underlined parts can be searched for. */
function described(registry, row, over) {
  const pills = over.flatMap(keyword => [" ", element("span", { className: "over", textContent: keyword })]);
  const box = element("div", {}, element("h3", {}, titleOf(row), ...pills));
  const say = (...children) => box.append(element("p", {}, ...children));
  const link = (text, search) => button({ className: "word", textContent: text }, { search });
  if (row === null) {
    return box;
  }
  if (row.description.toLowerCase() !== titleOf(row)) {
    say(row.description);
  }
  if (row.last > row.first) {
    say(row.status === ASSIGNED ? "registered for ports " : "ports ", link(intervalText(row), intervalText(row)));
  }
  if (row.aliasOf) {
    say("another name for " + row.aliasOf);
  }
  if (row.status === ASSIGNED) {
    const blank = " " + registry.absent;
    const person = name => link(name, "person:" + name);
    say(...row.assignee ? ["assigned to ", person(row.assignee)] : ["assignee" + blank],
      ...row.contact && row.contact !== row.assignee ? [", contact ", person(row.contact)] : []);
    say(...row.registered ? ["registered ", link(row.registered, "year:" + row.registered)] : ["registration date" + blank],
      row.modified ? ", modified " + row.modified : "");
    say(...row.references.length === 0 ? ["cites no document" + (registry.unknown ? " in this edition" : "")] : ["cites "],
      ...row.references.flatMap((reference, i) => [i > 0 ? ", " : "", link(reference, "cites:" + reference)]));
  }
  if (row.unauthorizedUse) {
    say("unauthorized use reported: " + row.unauthorizedUse);
  }
  return box;
}

/** A line in the list of results. */
function item(where, name, what, data) {
  return element("li", {}, button({}, data, element("span", { className: "where", textContent: where }),
    element("b", { textContent: name }), element("span", { className: "what", textContent: what })));
}

function rowItem(row, search) {
  const over = TRANSPORTS.filter((_, t) => row.over >> t & 1).join(",");
  const where = row.hasPorts ? intervalText(row) : "no port";
  const first = Math.max(row.first, search.ports?.first ?? 0);
  return item(where + (row.over === EVERY_TRANSPORT ? "" : " " + over), titleOf(row),
    row.description.toLowerCase() === titleOf(row).toLowerCase() ? "" : row.description,
    row.hasPorts ? { port: first } : { row: row.number });
}
