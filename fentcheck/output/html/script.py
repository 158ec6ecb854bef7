"""The script of the page: filters and search. Without it the page has no controls, and all else."""

SCRIPT = """\
(function () {
  "use strict";
  var bar = document.getElementById("bar");
  if (!bar) return;
  var items = Array.prototype.slice.call(document.querySelectorAll(".item"));
  var stories = Array.prototype.slice.call(document.querySelectorAll(".story"));
  var buttons = Array.prototype.slice.call(bar.querySelectorAll("button[data-of]"));
  var search = document.getElementById("search");
  var status = document.getElementById("shown");
  var clear = document.getElementById("clear");
  var texts = new Map();
  var opened = [];

  function words(text) { return text.toLowerCase().replace(/\\s+/g, " "); }
  function textOf(item) {
    if (!texts.has(item)) texts.set(item, words(item.textContent));
    return texts.get(item);
  }
  function pressed(of) {
    return buttons.filter(function (one) {
      return one.dataset.of === of && one.getAttribute("aria-pressed") === "true";
    }).map(function (one) { return one.dataset.is; });
  }
  function open(element) {
    for (var one = element; one; one = one.parentElement)
      if (one.tagName === "DETAILS" && !one.open) { one.open = true; opened.push(one); }
  }
  function apply() {
    var severities = pressed("severity"), verdicts = pressed("verdict");
    var asked = words(search.value.trim());
    var filtered = severities.length + verdicts.length > 0 || asked !== "";
    var count = 0;
    opened.splice(0).forEach(function (one) { one.open = false; });
    items.forEach(function (item) {
      var fits = (!severities.length || severities.indexOf(item.dataset.severity) >= 0) &&
        (!verdicts.length || verdicts.indexOf(item.dataset.verdict) >= 0) &&
        (!asked || textOf(item).indexOf(asked) >= 0);
      item.hidden = !fits;
      if (fits) { count += 1; if (filtered) open(item.parentElement); }
    });
    stories.forEach(function (story) {
      story.hidden = filtered && !story.querySelector(".item:not([hidden])");
      Array.prototype.forEach.call(story.querySelectorAll(".group"), function (group) {
        group.hidden = filtered && !group.querySelector(".item:not([hidden])");
      });
    });
    clear.hidden = !filtered;
    document.body.classList.toggle("filtered", filtered);
    status.textContent = filtered
      ? "Showing " + count.toLocaleString("en") + " of " + items.length.toLocaleString("en")
      : "Showing all " + items.length.toLocaleString("en");
  }
  function reset() {
    buttons.forEach(function (one) { one.setAttribute("aria-pressed", "false"); });
    search.value = "";
    apply();
  }
  function follow() {
    var target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest("[hidden]")) reset();
    for (var one = target; one; one = one.parentElement)
      if (one.tagName === "DETAILS") one.open = true;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }

  buttons.forEach(function (one) {
    one.addEventListener("click", function () {
      one.setAttribute("aria-pressed", String(one.getAttribute("aria-pressed") !== "true"));
      apply();
    });
  });
  search.addEventListener("input", apply);
  search.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && search.value) { search.value = ""; apply(); }
  });
  clear.addEventListener("click", function () { reset(); search.focus(); });
  window.addEventListener("hashchange", follow);

  var forPrint = [];
  window.addEventListener("beforeprint", function () {
    forPrint = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    forPrint.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    forPrint.splice(0).forEach(function (one) { one.open = false; });
  });

  bar.hidden = false;
  apply();
  if (location.hash) follow();
})();
"""
