"use strict";

const TRANSPORTS = ["tcp", "udp", "sctp", "dccp"];
const PORTS = 65536;
const STATUSES = ["assigned", "reserved", "unassigned", "unlisted"];
const [ASSIGNED, , UNASSIGNED, UNLISTED] = STATUSES.keys();
/** The kinds of ports on the map; a port is of the first one that applies. The style is a colour of the style sheet. */
const KINDS = [
  { style: "with-reference", words: "assigned, cites a document", means: "someone registered it, and a document describes it" },
  { style: "without-reference", words: "assigned, cites no document", means: "someone registered it, and no document is named" },
  { style: "reserved", words: "reserved", means: "IANA keeps it back" },
  { style: "unassigned", words: "unassigned", means: "nobody has registered it; IANA may assign it to whoever asks" },
  { style: "unlisted", words: "unlisted", means: "the registry says nothing of it" },
];
const RESERVED_KIND = 2;
/** What is not found and what is, in place of the kinds; a port's mark is an index. */
const MARKS = [
  { style: "unassigned", words: "others" },
  { style: "with-reference", words: "found" },
];
const EVERY_TRANSPORT = 15;
const EVERYWHERE = { first: 0, last: PORTS - 1 };

/** Reads the data in the page: JSON, compressed, in base64. */
async function readRegistry() {
  const bytes = Uint8Array.from(atob(document.getElementById("data").textContent), c => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const data = JSON.parse(await new Response(stream).text());
  const rows = rowsOf(data.columns);
  const statuses = statusesOf(rows);
  return { ...data, everyday: new Map(Object.entries(data.everyday)), rows, statuses, portKinds: portKindsOf(rows, statuses) };
}

/** Each row combines rows of the registry that differ only in the transport. */
function rowsOf(columns) {
  let first = 0;
  return columns.serviceName.map((name, i) => {
    first += columns.step[i];
    const row = { number: i, name, key: name.toLowerCase(), first, last: first + columns.size[i] - 1, hasPorts: columns.size[i] > 0 };
    for (const column of ["over", "status", "description", "assignee", "contact", "registered", "modified",
      "references", "unauthorizedUse", "note"]) {
      row[column] = columns[column][i];
    }
    row.contact ??= row.assignee;
    row.text = [name, row.description, row.assignee, row.contact, ...row.references, row.unauthorizedUse, row.note]
      .join("\n").toLowerCase();
    return row;
  });
}

/** The status of each port and transport: assigned rows win over reserved ones, and these over unassigned ones. */
function statusesOf(rows) {
  const statuses = new Uint8Array(PORTS * TRANSPORTS.length).fill(UNLISTED);
  for (const row of rows) {
    for (let port = row.first; port <= row.last; port++) {
      for (let t = 0; t < TRANSPORTS.length; t++) {
        const place = port * TRANSPORTS.length + t;
        if (row.over >> t & 1 && row.status < statuses[place]) {
          statuses[place] = row.status;
        }
      }
    }
  }
  return statuses;
}

/** The kind of each port on the map, an index into KINDS: over any transport, and whether a row cites a document. */
function portKindsOf(rows, statuses) {
  const kinds = new Uint8Array(PORTS);
  for (let port = 0; port < PORTS; port++) {
    kinds[port] = 1 + Math.min(...statuses.subarray(port * TRANSPORTS.length, (port + 1) * TRANSPORTS.length));
  }
  for (const row of rows) {
    if (row.status === ASSIGNED && row.references.length > 0) {
      kinds.fill(0, row.first, row.last + 1);
    }
  }
  return kinds;
}

function statusOf(registry, port, transport) {
  return registry.statuses[port * TRANSPORTS.length + transport];
}

/** Whether a row applies to a port over any of the given transports. */
function holds(registry, row, port, over) {
  return TRANSPORTS.some((_, t) => row.over & over & 1 << t && statusOf(registry, port, t) === row.status);
}

/** The rows of a port, or null for unlisted, each with the transports that it applies to. */
function answersOf(registry, port) {
  const answers = new Map();
  const covering = registry.rows.filter(row => row.first <= port && port <= row.last);
  TRANSPORTS.forEach((keyword, t) => {
    const rows = statusOf(registry, port, t) === UNLISTED ? [null] : covering.filter(row => holds(registry, row, port, 1 << t));
    rows.forEach(row => answers.set(row, [...answers.get(row) ?? [], keyword]));
  });
  return answers;
}

/** Each port with 1 that one of some intervals has, and 0 otherwise. */
function portsOf(intervals) {
  const ports = new Uint8Array(PORTS);
  intervals.forEach(({ first, last }) => ports.fill(1, first, last + 1));
  return ports;
}

/** How many values are 0, 1 and so on, below a limit. */
function countsOf(values, limit) {
  const counts = Array(limit).fill(0);
  values.forEach(value => counts[value]++);
  return counts;
}

/** Intervals of the ports that a condition accepts. */
function intervalsOf(accepts) {
  const intervals = [];
  for (let port = 0; port < PORTS; port++) {
    if (!accepts(port)) {
      continue;
    }
    if (intervals.at(-1)?.last === port - 1) {
      intervals.at(-1).last = port;
    } else {
      intervals.push({ first: port, last: port });
    }
  }
  return intervals;
}

/**
 * The ports that are unassigned over tcp and udp, within some intervals: free ones, the largest block first, and those
 * that are in use by reports. What systems use by default is left out of an interval that has other ports as well.
 */
function freeBlocks(registry, within) {
  const avoided = registry.inUse.filter(({ ports }) => within.some(({ first, last }) =>
    first <= ports.last && last >= ports.first && (first < ports.first || ports.last < last)));
  const asked = portsOf(within);
  const taken = portsOf(avoided.map(use => use.ports));
  const reported = portsOf(registry.rows.filter(row => row.hasPorts && row.unauthorizedUse));
  const isUnassigned = port => asked[port] && !taken[port]
    && statusOf(registry, port, 0) === UNASSIGNED && statusOf(registry, port, 1) === UNASSIGNED;
  return {
    avoided,
    free: intervalsOf(port => isUnassigned(port) && !reported[port])
      .sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first),
    reported: intervalsOf(port => isUnassigned(port) && reported[port]),
  };
}
