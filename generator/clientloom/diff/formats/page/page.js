"use strict";
(() => {
  const articles = [...document.querySelectorAll("article")];
  const sections = [...document.querySelectorAll("section")];
  const levels = [...document.querySelectorAll("input[name=level]")];
  const resource = document.getElementById("resource");
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  const texts = new Map(articles.map((each) => [each, each.textContent.toLowerCase()]));

  const visible = () => articles.filter((each) => !each.hidden);

  function filter() {
    const wanted = new Set(levels.filter((box) => box.checked).map((box) => box.value));
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const each of articles) {
      const isWanted =
        wanted.has(each.dataset.level) &&
        (resource.value === "" || each.dataset.resource === resource.value) &&
        words.every((word) => texts.get(each).includes(word));
      each.hidden = !isWanted;
    }
    for (const section of sections) {
      section.hidden = articles.length > 0 && !section.querySelector("article:not([hidden])");
    }
    found.textContent = `${visible().length} of ${articles.length} changes`;
  }

  function step(by) {
    const shown = visible();
    if (shown.length === 0) return;
    const at = shown.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
    const target = shown[Math.min(Math.max(next, 0), shown.length - 1)];
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  }

  function toggle(index) {
    if (levels[index]) {
      levels[index].checked = !levels[index].checked;
      filter();
    }
  }

  const keys = {
    "/": () => search.focus(),
    j: () => step(1),
    k: () => step(-1),
    1: () => toggle(0),
    2: () => toggle(1),
    3: () => toggle(2),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      search.value = "";
      search.blur();
      filter();
      return;
    }
    if (event.target.matches("input[type=search], select")) return;
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  for (const box of levels) box.addEventListener("change", filter);
  resource.addEventListener("change", filter);
  search.addEventListener("input", filter);
  filter();
})();
