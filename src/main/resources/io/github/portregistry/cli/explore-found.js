/** The rows that a search finds. It is sure to mean the first one if that has the name, or what the name commonly means. */
function rowsFound(registry, search, filters) {
  const isAll = search.isEmpty && !filters.unreferenced && !filters.undated;
  const found = findRows(registry, search, filters);
  const assigned = found.filter(row => row.status === ASSIGNED);
  const rows = isAll ? assigned : found;
  const marks = isAll ? null : marksOf(registry, rows, search);
  const others = rows.length - assigned.length;
  const meant = search.parts.filter(part => part.meant?.length > 0)
    .map(part => `What is commonly called ${part.name} is registered as ${part.meant.join(" or ")}. `);
  const count = meant.join("") + plural(assigned.length, "assignment", "assignments")
    + (others > 0 ? ", " + plural(others, "reserved or unassigned block", "reserved or unassigned blocks") : "")
    + (marks ? ", " + plural(countsOf(marks, 2)[1], "port", "ports") : "")
    + (registry.unknown && (search.isOfField || filters.unreferenced || filters.undated) ? " in this edition" : "");
  return { count, marks, rows, year: search.year, items: rows.map(row => rowItem(row, search)),
    isSure: rows.length > 0 && rankOf(search, rows[0]) < 3 };
}

/** The blocks of free ports, and after them those that are in use by reports. */
function freeFound(registry, search) {
  if (!search.isEmpty && !search.parts.every(part => part.ports)) {
    throw new RangeError("Free ports have no words: search for an interval such as 5000-6000");
  }
  const { avoided, free, reported } = freeBlocks(registry, search.parts.map(part => part.ports ?? EVERYWHERE));
  const marks = portsOf(free);
  const reports = "reported in use without an assignment";
  const outside = avoided.map(use => intervalText(use.ports) + ", " + use.words).join(", and ");
  const count = plural(countsOf(marks, 2)[1], "port is", "ports are") + " unassigned over tcp and udp"
    + (outside ? ", outside " + outside : "")
    + (reported.length > 0 ? `; ${number(countsOf(portsOf(reported), 2)[1])} more are ${reports}` : "");
  return { count, marks, rows: [], year: "",
    items: [...free.map(block => blockItem(block, "")), ...reported.map(block => blockItem(block, reports))] };
}

function rowItem(row, search) {
  const over = row.over === EVERY_TRANSPORT ? "" : " " + TRANSPORTS.filter((_, t) => row.over >> t & 1).join(",");
  return { where: (row.hasPorts ? intervalText(row) : "no port") + over, name: titleOf(row), row,
    what: row.description.toLowerCase() === titleOf(row).toLowerCase() ? "" : row.description,
    port: Math.max(row.first, partsFinding(search, row)[0].ports?.first ?? 0) };
}

function blockItem(block, what) {
  return { where: intervalText(block), name: plural(block.last - block.first + 1, "port", "ports"), what, port: block.first };
}
