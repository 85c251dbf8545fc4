// A convenience only: everything works without it. The address can name the language (brief.html#en), and the
// page tells assistive technology and the printer's title which language is shown.
(function () {
  "use strict";
  var choices = { da: document.getElementById("choose-da"), en: document.getElementById("choose-en") };
  function tell() {
    document.documentElement.lang = choices.en.checked ? "en" : "da";
    var heading = document.querySelector('.page[lang="' + document.documentElement.lang + '"] h1');
    if (heading) { document.title = heading.textContent; }
  }
  var wanted = location.hash.slice(1);
  if (wanted === "da" || wanted === "en") { choices[wanted].checked = true; }
  choices.da.addEventListener("change", tell);
  choices.en.addEventListener("change", tell);
  tell();
}());
