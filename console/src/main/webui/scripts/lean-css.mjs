// Takes out of PatternFly's styles what no page can use, which is a third of what a browser would load: themes that are not
// offered, the icon font, components that no script names, kinds of tables, labels and buttons that we have not, placing by width of
// window where we have none, and variables that nothing reads.
import { createHash } from "node:crypto";

const UNUSED = [
  /\.pf-v6-theme-(felt|glass|high-contrast)/,
  /pficon/,
  /\.pf-v6-m-(ai-indicator|thinking|dir-rtl)|\[dir=.?rtl/,
  /\.pf-v6-c-(drawer|notification-drawer)/,
  /\.pf-m-(docked|text-expanded)/,
  /\.pf-v6-l-flex.*-on-(sm|md|lg|xl|2xl)/,
  /\.pf-v6-l-grid.*-on-(sm|xl|2xl)/,
];

/** Kinds and parts of components that we use otherwise, in whatever order a selector names them. */
const UNUSED_OF = {
  button:
    /pf-m-(stateful|favorite|settings|tertiary|circle|hamburger|display-lg|unread|read|notify|attention)/,
  card: /selectable|clickable|toggle|expand|__footer|pf-m-(current|selected|disabled|display-lg|secondary)/,
  form: /pf-m-(horizontal|limit-width)|__field-group/,
  "form-control": /pf-m-(textarea|icon|readonly|plain|resize|success|warning)/,
  label: /pf-m-(blue|red|green|orange|orangered|purple|teal|grey|yellow|add|editable|overflow)/,
  menu: /drill|current-path|flyout|favorit|__(breadcrumb|search|item-action|item-external-icon|footer)|-on-/,
  "menu-toggle":
    /pf-m-(split-button|primary|secondary|typeahead|full-|success|warning|danger|settings|placeholder|small|circle|form)/,
  nav: /pf-m-(horizontal|drilldown|flyout|scrollable|subnav)|__(subnav|scroll-button|section|toggle)/,
  page: /__(dock|drawer|main-(wizard|subnav|tabs|drawer))|pf-m-(sticky|context-selector|shadow)|-on-/,
  "progress-stepper": /pf-m-(compact|center|help-text|custom)|-on-/,
  table:
    /tree-view|grid-(lg|xl|2xl)|nested-column|expand|compound|sticky|drag|favorite|subhead|hoverable|clickable|striped|inline-edit|column-help|control-row|pf-m-(border-|truncate|ghost-row)|-on-/,
  tabs: /pf-m-(vertical|box|fill|expandable|non-expandable|subtab|secondary|page-insets|inset-|nav)|__(add|toggle|item-action)|-on-/,
  toolbar: /-on-(sm|md|lg|xl|2xl)|pf-m-(sticky|expand-all|toggle-group)/,
};
const NESTING = /^@(media|supports|layer|container)/;

/** The rules of a style sheet, each with its selector and its body; what nests is read again. */
function rules(text) {
  const found = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'") {
      for (at++; text[at] !== character; at++) {
        if (text[at] === "\\") {
          at++;
        }
      }
    } else if (character === ";" && depth === 0) {
      found.push({ head: text.slice(start, at + 1), body: undefined });
      start = at + 1;
    } else if (character === "{" && depth++ === 0) {
      open = at;
    } else if (character === "}" && --depth === 0) {
      found.push({ head: text.slice(start, open).trim(), body: text.slice(open + 1, at) });
      start = at + 1;
    }
  }
  return found;
}

/** Whether a selector needs what is nowhere: what it excludes does not count, and of what may be there one is enough. */
function isUnused(selector, scripts) {
  const needed = selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/g, "");
  return alternatives(needed).every(
    (one) => UNUSED.some((unused) => unused.test(one)) || isOtherKind(one) || isOfNobody(one, scripts),
  );
}

/** Every way to fit a selector, of those that `:is()` and `:where()` leave open. */
function alternatives(selector) {
  const open = /:(?:is|where)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/.exec(selector);
  if (open === null) {
    return [selector];
  }
  const before = selector.slice(0, open.index);
  const after = selector.slice(open.index + open[0].length);
  return open[1].split(/,(?![^(]*\))/).flatMap((one) => alternatives(`${before} ${one} ${after}`));
}

function isOtherKind(selector) {
  return Object.entries(UNUSED_OF).some(
    ([component, kinds]) =>
      new RegExp(`\\.pf-v6-c-${component}(?![a-z]|-[a-z])`).test(selector) && kinds.test(selector),
  );
}

/** Whether a selector is about a component of which there is nothing in the scripts. */
function isOfNobody(selector, scripts) {
  return [...selector.matchAll(/\.(pf-v6-c-[a-z]+(?:-[a-z]+)*)/g)].some(
    ([, component]) => !new RegExp(`${component}(?![a-z-])`).test(scripts),
  );
}

function withoutRules(text, scripts) {
  let kept = "";
  for (const { head, body } of rules(text)) {
    if (body === undefined) {
      kept += head;
    } else if (NESTING.test(head)) {
      const inner = withoutRules(body, scripts);
      kept += inner === "" ? "" : `${head}{${inner}}`;
    } else {
      const selectors = head.split(/,(?![^(]*\))/).filter((one) => !isUnused(one, scripts));
      const isFont = head.startsWith("@font-face") && /pficon/.test(body);
      kept += selectors.length === 0 || isFont ? "" : `${selectors.join(",")}{${body}}`;
    }
  }
  return kept;
}

/** Variables that are set and never read, until there are none: one may have been read by another only. */
function withoutVariables(text, scripts) {
  for (let now = text; ; ) {
    const read = new Set([...now.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]));
    const next = now.replace(
      /(?<=[;{])(--pf-[\w-]+):((?:[^;{}"'()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|"[^"]*")*)(;|(?=\}))/g,
      (whole, name) => (read.has(name) || scripts.includes(name) ? whole : ""),
    );
    if (next === now) {
      return now;
    }
    now = next;
  }
}

/** Browsers keep it for good by its name, so that has to be of what is in it now. */
function rename(style, parts) {
  const old = style.fileName;
  const hash = createHash("sha256").update(style.source).digest("base64url").slice(0, 8);
  style.fileName = old.replace(/-[\w-]{8}\.css$/, `-${hash}.css`);
  for (const part of parts) {
    if (part.type === "chunk") {
      part.code = part.code.replaceAll(old, style.fileName);
    } else if (part.fileName.endsWith(".html")) {
      part.source = String(part.source).replaceAll(old, style.fileName);
    }
  }
}

export function leanCss() {
  return {
    name: "lean-css",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const parts = Object.values(bundle);
        const scripts = parts.map((part) => (part.type === "chunk" ? part.code : "")).join("\n");
        for (const part of parts) {
          if (part.type === "asset" && part.fileName.endsWith(".css")) {
            part.source = withoutVariables(withoutRules(String(part.source), scripts), scripts);
            rename(part, parts);
          }
        }
      },
    },
  };
}
