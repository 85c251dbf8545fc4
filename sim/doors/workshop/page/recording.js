// A recording: one run of the model, unpacked. Live and exported pages read the same bytes.

export const PLACES = 9;
export const ABSENT = 255;
export const WORK = 4;
const FORMAT = 1;
const TYPES = { uint8: Uint8Array, uint16: Uint16Array, uint32: Uint32Array, int16: Int16Array, int32: Int32Array,
  float32: Float32Array };

export async function inflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).arrayBuffer();
}

export function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export async function decode(bytes, shared) {
  const buffer = await inflated(bytes);
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  if (head.format !== FORMAT) throw new Error("the recording comes from another version");
  const columns = {};
  let at = 4 + length;
  for (const { name, type, length: count } of head.columns) {
    columns[name] = new TYPES[type](buffer, at, count);
    const size = count * TYPES[type].BYTES_PER_ELEMENT;
    at += size + ((8 - (size % 8)) % 8);
  }
  return new Recording(head, columns, head.sentences ?? shared);
}

export class Recording {
  constructor(head, columns, sentences) {
    Object.assign(this, { head, columns, sentences, name: head.name, weeks: head.weeks, start: head.start });
    this.people = columns.citizen.length;
    this.places = this.everyWeek();
    this.indexOf = new Map(Array.from(columns.citizen, (citizen, index) => [citizen, index]));
    this.turns = this.turnsByWeek();
  }

  // Place of everyone in every week, week after week.
  everyWeek() {
    const { place_begins: begins, place_week: week, place_code: code } = this.columns;
    const table = new Uint8Array(this.weeks * this.people).fill(ABSENT);
    for (let person = 0; person < this.people; person += 1) {
      for (let step = begins[person]; step < begins[person + 1]; step += 1) {
        const end = step + 1 < begins[person + 1] ? week[step + 1] : this.weeks;
        for (let at = week[step]; at < end; at += 1) table[at * this.people + person] = code[step];
      }
    }
    return table;
  }

  placeOf(person, week) {
    return this.places[week * this.people + person];
  }

  counts(week) {
    const counts = new Array(PLACES).fill(0);
    for (let person = 0; person < this.people; person += 1) {
      const place = this.placeOf(person, week);
      if (place !== ABSENT) counts[place] += 1;
    }
    return counts;
  }

  turnsByWeek() {
    const { mark_begins: begins, mark_week: week, mark_kind: kind, mark_code: code, mark_turned: turned } = this.columns;
    const turns = Array.from({ length: this.weeks }, () => []);
    for (let person = 0; person < this.people; person += 1) {
      for (let mark = begins[person]; mark < begins[person + 1]; mark += 1) {
        if (kind[mark] === 3 && week[mark] < this.weeks) {
          turns[week[mark]].push({ person, code: code[mark], turned: turned[mark], mark });
        }
      }
    }
    return turns;
  }

  stays(name, person) {
    const { [`${name}_begins`]: begins, [`${name}_week`]: week, [`${name}_code`]: code } = this.columns;
    const out = [];
    for (let step = begins[person]; step < begins[person + 1]; step += 1) {
      const end = step + 1 < begins[person + 1] ? week[step + 1] : this.endOf(person);
      out.push({ start: week[step], end: Math.max(end, week[step]), code: code[step] });
    }
    return out;
  }

  endOf(person) {
    return Math.min(this.columns.person_exit_week[person], this.weeks);
  }

  marks(person) {
    const columns = this.columns;
    const out = [];
    for (let mark = columns.mark_begins[person]; mark < columns.mark_begins[person + 1]; mark += 1) {
      out.push({
        week: columns.mark_week[mark], kind: columns.mark_kind[mark], code: columns.mark_code[mark],
        agent: columns.mark_agent[mark], turned: columns.mark_turned[mark],
        words: this.sentence(columns.mark_sentence[mark]),
      });
    }
    return out;
  }

  sentence(number) {
    return { da: this.sentences.da[number] ?? "", en: this.sentences.en[number] ?? "" };
  }

  said(name, person) {
    return this.sentence(this.columns[`person_${name}`][person]);
  }

  meetings(person) {
    const { met_begins: begins, met_week: week } = this.columns;
    return Array.from(week.subarray(begins[person], begins[person + 1]));
  }

  desks(person) {
    const { desk_begins: begins, desk_week: week, desk_post: post } = this.columns;
    const out = [];
    for (let at = begins[person]; at < begins[person + 1]; at += 1) out.push({ week: week[at], post: post[at] });
    return out;
  }

  // Share of people in a phase (4: work, 5: outside), week by week, for each town.
  share(place) {
    const { shares } = this.columns;
    const kinds = 6;
    return Array.from({ length: this.head.towns }, (_, town) => Array.from({ length: this.weeks }, (__, week) => {
      const from = (town * this.weeks + week) * kinds;
      let all = 0;
      for (let kind = 0; kind < kinds; kind += 1) all += shares[from + kind];
      return all ? shares[from + place] / all : null;
    }));
  }
}

export function meanOf(rows) {
  return rows[0].map((_, at) => rows.reduce((sum, row) => sum + row[at], 0) / rows.length);
}
