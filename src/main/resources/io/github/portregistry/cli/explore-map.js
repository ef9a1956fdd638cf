/** The picture of all ports, on a canvas: the crowded part large, the rest smaller, the dynamic ports as a strip. */
class PortMap {
  static GUTTER = 48;
  static GAP = 16;

  constructor(box, registry) {
    this.box = box;
    this.canvas = box.querySelector("canvas");
    this.cursor = box.querySelector("#cursor");
    this.registry = registry;
    this.marks = null;
    this.port = 0;
    this.parts = this.layout().parts;
    new ResizeObserver(() => this.paint()).observe(box);
    for (const query of ["(prefers-color-scheme: dark)", "print"]) {
      matchMedia(query).addEventListener("change", () => this.paint());
    }
  }

  /** Shows which ports are marked, or the kinds of all ports. */
  mark(marks) {
    this.marks = marks;
    this.paint();
  }

  /** Where the ports are. A line runs from left to right, or from top to bottom in a part that is upright. */
  layout() {
    const width = this.box.clientWidth - PortMap.GUTTER - 1;
    const parts = [
      { first: 0, last: 10239, line: 128, high: Math.max(width / 128, 3.5) },
      { first: 10240, last: 49151, line: 256, high: Math.max(width / 256, 2) },
      { first: 49152, last: 65535, line: 32, high: 1.25, isUpright: true },
    ];
    let top = 8;
    for (const part of parts) {
      part.lines = (part.last - part.first + 1) / part.line;
      part.wide = width / (part.isUpright ? part.lines : part.line);
      const rows = part.isUpright ? part.line : part.lines;
      part.top = top;
      part.bottom = top + Math.round(part.high * rows);
      part.high = (part.bottom - part.top) / rows;
      top = part.bottom + PortMap.GAP;
    }
    return { width, parts, height: top + 8 };
  }

  partOf(port) {
    return this.parts.find(part => port <= part.last);
  }

  /** The rectangle of ports of one line, in CSS pixels. */
  static rectangle(part, port, count) {
    const line = Math.floor((port - part.first) / part.line);
    const place = (port - part.first) % part.line;
    const [column, row, columns, rows] = part.isUpright ? [line, place, 1, count] : [place, line, count, 1];
    return { x: PortMap.GUTTER + column * part.wide, y: part.top + row * part.high,
      width: columns * part.wide, height: rows * part.high };
  }

  /** The port at a place, or null between the parts. */
  portAt(x, y) {
    const part = this.parts.find(part => y >= part.top && y < part.bottom);
    const column = Math.floor((x - PortMap.GUTTER) / (part?.wide ?? 1));
    const columns = part && (part.isUpright ? part.lines : part.line);
    if (!part || column < 0 || column >= columns) {
      return null;
    }
    const row = Math.floor((y - part.top) / part.high);
    return part.first + (part.isUpright ? column * part.line + row : row * part.line + column);
  }

  paint() {
    const { width, parts, height } = this.layout();
    this.parts = parts;
    const scale = window.devicePixelRatio || 1;
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue("--" + name).trim();
    this.canvas.style.height = height + "px";
    this.canvas.width = Math.round(this.box.clientWidth * scale);
    this.canvas.height = Math.round(height * scale);
    const context = this.canvas.getContext("2d");
    const values = this.marks ?? this.registry.portKinds;
    const colours = (this.marks ? MARKS : KINDS).map(kind => colour(kind.style));
    for (const part of parts) {
      PortMap.paintPart(context, part, values, scale, colours, this.marks ? null : colour("unassigned"));
    }
    context.scale(scale, scale);
    context.strokeStyle = context.fillStyle = colour("quiet");
    context.font = "12px system-ui, sans-serif";
    parts.forEach(part => PortMap.frame(context, part, width));
    if (!this.marks) {
      this.nameKnown(context, colour("text"), colour("ground"));
    }
    this.place();
  }

  /** Fills the ports with the colours of their values. Reserved ports have a stripe, by which eyes without colours know them. */
  static paintPart(context, part, values, scale, colours, stripe) {
    for (let port = part.first; port <= part.last; ) {
      const end = part.first + (Math.floor((port - part.first) / part.line) + 1) * part.line;
      let next = port + 1;
      while (next < end && values[next] === values[port]) {
        next++;
      }
      const { x, y, width, height } = PortMap.rectangle(part, port, next - port);
      const [left, top] = [Math.round(x * scale), Math.round(y * scale)];
      const [wide, high] = [Math.round((x + width) * scale) - left, Math.round((y + height) * scale) - top];
      context.fillStyle = colours[values[port]];
      context.fillRect(left, top, wide, high);
      if (stripe && values[port] === RESERVED_KIND) {
        context.fillStyle = stripe;
        context.fillRect(left, top, wide, Math.max(1, Math.floor(high / 3)));
      }
      port = next;
    }
  }

  /** Draws the frame of a part, a tick each 4,096 ports, and where the User Ports begin. */
  static frame(context, part, width) {
    context.strokeRect(PortMap.GUTTER - 0.5, part.top - 0.5, width + 1, part.bottom - part.top + 1);
    context.textBaseline = part.isUpright ? "top" : "middle";
    for (let port = part.first; port <= part.last; port++) {
      if (port % 4096 !== 0 && port !== 1024) {
        continue;
      }
      const { x, y } = PortMap.rectangle(part, port, 1);
      if (part.isUpright) {
        context.textAlign = "left";
        context.fillText(port, x, part.bottom + 5);
      } else {
        context.textAlign = "right";
        context.fillText(port, PortMap.GUTTER - 6, y + 1);
        context.fillRect(PortMap.GUTTER - 4, y - 0.5, port === 1024 ? width + 4 : 4, 1);
      }
    }
  }

  /** Names the well-known ports that the registry has, as many as there is room for. */
  nameKnown(context, colour, ground) {
    const known = WELL_KNOWN.filter(([port, name]) =>
      this.registry.rows.some(row => row.key === name && row.first <= port && port <= row.last));
    const boxes = known.map(([port]) => PortMap.rectangle(this.partOf(port), port, 1));
    const taken = [...boxes];
    context.font = "600 12px system-ui, sans-serif";
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    known.forEach(([port, name, common = name], i) => {
      const text = port + " " + common;
      const room = this.roomFor(boxes[i], context.measureText(text).width, taken);
      if (room) {
        taken.push(room);
        context.strokeStyle = context.fillStyle = colour;
        context.lineWidth = 2;
        context.strokeRect(boxes[i].x - 1, boxes[i].y - 1, boxes[i].width + 2, boxes[i].height + 2);
        context.strokeStyle = ground;
        context.lineWidth = 4;
        const y = room.y + room.height / 2;
        context.strokeText(text, room.x, y);
        context.fillText(text, room.x, y);
      }
    });
  }

  /** A place for a text beside a port and the cursor there, where it covers nothing; undefined if there is none. */
  roomFor(port, width, taken) {
    const [aside, height] = [Math.max(port.width / 2 + 5, 11), 12];
    const [center, middle] = [port.x + port.width / 2, port.y + port.height / 2];
    const places = [0, 13, -13].flatMap(shift => [center + aside, center - aside - width]
      .map(x => ({ x, y: middle + shift - height / 2, width, height })));
    const isApart = (a, b) => a.x + a.width + 4 < b.x || a.y + a.height < b.y;
    return places.find(place => place.x > PortMap.GUTTER && place.x + width < this.box.clientWidth && place.y >= 0
      && taken.every(other => isApart(place, other) || isApart(other, place)));
  }

  select(port) {
    this.port = port;
    this.place();
  }

  /** Draws the cursor around the selected port, always large enough to see. */
  place() {
    const { x, y, width, height } = PortMap.rectangle(this.partOf(this.port), this.port, 1);
    const [wide, high] = [Math.max(width + 4, 12), Math.max(height + 4, 12)];
    Object.assign(this.cursor.style, { left: x + (width - wide) / 2 + "px", top: y + (height - high) / 2 + "px",
      width: wide + "px", height: high + "px" });
  }

  /** The port that a key moves to from the selected one, or null if the key is not one of the map's. */
  moved(key) {
    const line = this.partOf(this.port).line;
    const places = { ArrowLeft: this.port - 1, ArrowRight: this.port + 1, ArrowUp: this.port - line,
      ArrowDown: this.port + line, PageUp: this.port - 1024, PageDown: this.port + 1024, Home: 0, End: PORTS - 1,
      n: this.nextMark(1), p: this.nextMark(-1) };
    return key in places ? Math.min(Math.max(places[key], 0), PORTS - 1) : null;
  }

  nextMark(step) {
    for (let port = this.port + step; port >= 0 && port < PORTS; port += step) {
      if (this.marks?.[port] ?? this.registry.portKinds[port] < 2) {
        return port;
      }
    }
    return this.port;
  }
}
