// A convenience only: everything works without it. The address can name the language (brief.html#en), and the
// page tells assistive technology and the printer's title which language is shown.
(function () {
  "use strict";
  var both = document.getElementById("choose-da") !== null;
  var choices = { da: document.getElementById("choose-da"), en: document.getElementById("choose-en") };
  function tell() {
    document.documentElement.lang = choices.en.checked ? "en" : "da";
    var heading = document.querySelector('.page[lang="' + document.documentElement.lang + '"] h1');
    if (heading) { document.title = heading.textContent; }
  }
  var wanted = location.hash.slice(1);
  if (both && (wanted === "da" || wanted === "en")) { choices[wanted].checked = true; }
  // What reaches past the edge of a narrow screen says so, and can be scrolled from the keyboard.
  function measure() {
    document.querySelectorAll(".scroll").forEach(function (box) {
      var more = box.scrollWidth > box.clientWidth + 1;
      box.classList.toggle("more", more);
      if (more) { box.tabIndex = 0; } else { box.removeAttribute("tabindex"); }
    });
  }
  function shown() { if (both) { tell(); } measure(); }
  if (both) {
    choices.da.addEventListener("change", shown);
    choices.en.addEventListener("change", shown);
  }
  window.addEventListener("resize", measure);
  shown();
}());
