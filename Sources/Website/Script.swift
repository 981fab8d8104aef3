/// The one script: it searches in the page.
///
/// Whatever it shows it makes of text, never of markup.
enum Script {
  static let text = #"""
    "use strict";
    (() => {
      const field = document.getElementById("q");
      const results = document.getElementById("results");
      const asked = new URLSearchParams(location.search).get("q") || "";
      if (field && asked) field.value = asked.slice(0, 128);
      if (!results || !asked.trim() || typeof weftIndex === "undefined") return;

      const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      const words = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) || [];
      const small = new Set(("a about an and anybody anyone at can do does for from have help i in is know knows me of offer " +
        "offers on or our somebody someone teach teaches that the there to us we what who whom with").split(" "));
      const kinds = ["topic", "person", "school", "team", "partner", "nobody listed"];
      const isListed = (one) => (one.kind === "nobody listed" ? 0 : 1);

      // How well a word of the question fits one of an entry: whole, its beginning, or the same but for an ending.
      const fit = (asked, own) =>
        asked === own ? 3
          : own.startsWith(asked) && asked.length > 1 ? 2
          : asked.startsWith(own) && own.length > 3 && asked.length - own.length < 4 ? 1 : 0;

      const search = (question) => {
        const all = [...new Set(words(question))];
        const told = all.filter((word) => !small.has(word));
        const sought = (told.length ? told : all).slice(0, 12);
        const met = new Set();
        const found = [];
        for (const [title, kind, page, note, others] of weftIndex) {
          const own = words(title), further = words(note + " " + others);
          let score = 0, count = 0;
          for (const word of sought) {
            const best = Math.max(0, ...own.map((one) => 2 * fit(word, one)), ...further.map((one) => fit(word, one)));
            if (!best) continue;
            met.add(word);
            count += 1;
            score += best;
          }
          if (count) found.push({ title, kind, page, note, count, score, length: own.length });
        }
        found.sort((a, b) => b.count - a.count || isListed(b) - isListed(a) || b.score - a.score ||
          kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.length - b.length ||
          (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
        return { found, unmet: sought.filter((word) => !met.has(word)), met: sought.filter((word) => met.has(word)) };
      };

      const make = (name, text, parent, className) => {
        const element = document.createElement(name);
        if (text) element.textContent = text;
        if (className) element.className = className;
        parent.append(element);
        return element;
      };
      const said = (list) => list.map((word) => "“" + word + "”").join(", ");

      const { found, unmet, met } = search(asked.slice(0, 128));
      const section = make("section", "", results, "found");
      const shown = found.slice(0, 20);
      const best = found.length && found[0].count;
      const close = found.filter((one) => one.count === best).length;
      make("h2", found.length ? (close === 1 ? "One match" : close + " matches") + " for “" + asked.trim() + "”"
        : "Nothing is listed for “" + asked.trim() + "”", section);
      make("p", found.length
        ? (unmet.length ? "We searched for " + said(met) + "; " + said(unmet) + " matched nothing, so it made no difference." : "Topics first, then people and places.")
        : "That does not mean nobody knows it. Try a wider word, or look through the list below.", section, "soft");
      if (shown.length) {
        const list = make("ul", "", section, "hits");
        for (const one of shown) {
          const item = make("li", "", list);
          const link = make("a", one.title, item);
          link.setAttribute("href", one.page);
          make("span", one.kind + (one.note ? ". " + one.note : ""), item, "soft");
        }
        if (found.length > shown.length) make("p", "The first 20 of " + found.length + " are shown. Another word would narrow them.", section, "soft");
      }
    })();

    """#
}
