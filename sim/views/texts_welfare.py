"""Sentences about the socio-economic account."""

from __future__ import annotations

from sim.errors import Text
from sim.views.wording import Wording

WELFARE: Wording = {
    "welfare.heading": Text("Penge: samfundsøkonomi", "Money: socio-economy"),
    "welfare.lead": Text(
        "Hvad samfundet samlet vinder og bruger, uanset hvem der betaler. Ydelser, skat, refusion og løntilskud "
        "flytter kun penge fra én kasse til en anden og går lige op. Nutidsværdi over hele perioden i "
        "{prices}-priser; plus er en gevinst.",
        "What society as a whole gains and uses, whoever pays. Benefits, taxes, refunds and wage subsidies only move money and cancel out. Present value over the whole period in {prices} prices; plus is a gain."),
    "welfare.item": Text("Post", "Item"),
    "welfare.difference": Text("Forskel", "Difference"),
    "welfare.range": Text("Usikkerhed (95 %)", "Uncertainty (95 %)"),
    "welfare.item.production": Text("Arbejde, der udføres", "Work that is done"),
    "welfare.item.resources": Text("Timer og kurser, som indsatsen bruger", "Hours and courses the effort uses"),
    "welfare.item.net": Text("I alt", "In total"),
    "welfare.item.net_half_displaced": Text(
        "I alt, hvis halvdelen af arbejdet ellers var udført af andre", "In total, if half of the work would else have been done by others"),
    "welfare.finding.gain": Text("I modellen vinder samfundet {amount} mio. kr. i alt.", "In the model society gains DKK {amount} million in total."),
    "welfare.finding.loss": Text("I modellen taber samfundet {amount} mio. kr. i alt.", "In the model society loses DKK {amount} million in total."),
    "welfare.finding.cannot_tell": Text(
        "Det kan ikke afgøres, om samfundet samlet vinder eller taber.", "Whether society as a whole gains or loses cannot be told."),
    "welfare.finding.hangs": Text(
        "Det holder ikke, hvis halvdelen af arbejdet ellers var udført af andre.",
        "It does not hold if half of the work would else have been done by others."),
    "welfare.notes": Text(
        "Ikke med: værdien af helbred, trivsel og fritid, ubetalt tid i virksomhederne og skatternes forvridning. Modellen ved ikke, hvor meget af arbejdet der fortrænger andres; halvdelen er et eksempel, ikke et skøn. Diskontering og nettoafgiftsfaktor efter Finansministeriet.",
        "Not in it: the value of health, wellbeing and free time, unpaid time in firms, and the distortion of taxes. How much of the work displaces that of others the model does not know; half is an example, no estimate. Discounting and net tax factor after the Ministry of Finance."),
    "workbook.sheet.welfare": Text("Samfundsøkonomi", "Socio-economy"),
}
