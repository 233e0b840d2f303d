"""What each rule of the contract says when it is broken: severity, and message and remedy in two languages."""

from __future__ import annotations

from typing import Literal

Wording = dict[str, tuple[str, str]]


def _error(en: tuple[str, str], nb: tuple[str, str]) -> tuple[Literal["error", "warning"], Wording]:
    return "error", {"en": en, "nb": nb}


def _warning(en: tuple[str, str], nb: tuple[str, str]) -> tuple[Literal["error", "warning"], Wording]:
    return "warning", {"en": en, "nb": nb}


WORDING: dict[str, tuple[Literal["error", "warning"], Wording]] = {
    "C01": _error(
        ("The file cannot be read: {why}.", "Save it as UTF-8 text of at most 1 MB."),
        ("Filen kan ikke leses: {why_nb}.", "Lagre den som UTF-8-tekst på høyst 1 MB."),
    ),
    "C02": _error(
        ("The front matter cannot be read: {why}.", "Begin the file with a line ---, then YAML, then a line ---."),
        ("Opplysningene kan ikke leses: {why_nb}.", "Begynn filen med en linje ---, så YAML, så en linje ---."),
    ),
    "C03": _error(
        ("“{key}” is not a key that is known here.", "Remove it, or correct its spelling. Known: {known}."),
        ("«{key}» er ikke et kjent felt her.", "Fjern det, eller rett skrivemåten. Kjente felt: {known}."),
    ),
    "C04": _error(
        ("“{key}” is missing.", "Add it: it is required for this kind of document."),
        ("«{key}» mangler.", "Fyll det ut: det må være med i denne typen dokument."),
    ),
    "C05": _error(
        ("“{key}” is {value}, but it should be {wanted}.", "Correct the value."),
        ("«{key}» er {value}, men skal være {wanted_nb}.", "Rett verdien."),
    ),
    "C06": _error(
        ("“{key}” stands here twice.", "Keep one of them."),
        ("«{key}» står her to ganger.", "Behold den ene."),
    ),
    "C10": _error(
        (
            "“{text}” looks like HTML, which is not used here.",
            "Write &lt; for a < that readers should see, or remove it.",
        ),
        ("«{text}» ser ut som HTML, og det brukes ikke her.", "Skriv &lt; for en < som skal vises, eller fjern den."),
    ),
    "C11": _error(
        ("“{text}” is Markdown that is not used here.", "{how}"),
        ("«{text}» er Markdown som ikke brukes her.", "{how_nb}"),
    ),
    "C12": _error(
        ("A star * here has no partner.", "End the bold or italic text, or write \\* for a star readers should see."),
        ("En stjerne * her mangler makker.", "Avslutt den fete eller kursive teksten, eller skriv \\* for en stjerne."),
    ),
    "C13": _error(
        (
            "“{href}” is not an address a link may lead to.",
            "Use https:, mailto:, tel:, sms: or a path such as ../guides/cv.md.",
        ),
        (
            "«{href}» er ikke en adresse en lenke kan gå til.",
            "Bruk https:, mailto:, tel:, sms: eller en sti som ../guides/cv.md.",
        ),
    ),
    "C14": _error(
        ("“{kind}” is not a kind of box.", "Use one of: {known}."),
        ("«{kind}» er ikke en type boks.", "Bruk en av disse: {known}."),
    ),
    "C15": _error(
        (
            "The heading “{title}” needs an id of its own.",
            "End the line with {{#short-name}}: a-z, 0-9 and hyphens, not used before.",
        ),
        (
            "Overskriften «{title}» trenger sin egen id.",
            "Avslutt linjen med {{#kort-navn}}: a-z, 0-9 og bindestrek, ikke brukt før.",
        ),
    ),
    "C16": _error(
        ("The picture has no description.", "Say between the square brackets what it shows."),
        ("Bildet mangler beskrivelse.", "Skriv mellom hakeparentesene hva det viser."),
    ),
    "C17": _error(
        ("This does not belong here: {what}.", "{how}"),
        ("Dette hører ikke hjemme her: {what_nb}.", "{how_nb}"),
    ),
    "C18": _error(
        (
            "There are {count} texts in the language “{language}”, and it has no site/languages/{language}.yml.",
            "Put that file there, or unpublish these texts and move content/{language}/ out of content/.",
        ),
        (
            "Det finnes {count} tekster på språket «{language}», og det har ingen site/languages/{language}.yml.",
            "Legg filen der, eller avpubliser tekstene og flytt content/{language}/ ut av content/.",
        ),
    ),
    "C20": _error(
        ("The link leads to “{target}”, which does not exist.", "Correct the path, or publish that page first."),
        ("Lenken går til «{target}», som ikke finnes.", "Rett stien, eller publiser den siden først."),
    ),
    "C21": _error(
        ("The file “{target}” does not exist.", "Put it under content/media/, or choose another file."),
        ("Filen «{target}» finnes ikke.", "Legg den i content/media/, eller velg en annen fil."),
    ),
    "C22": _error(
        ("There is no {what} “{id}”.", "Correct the name, or add it first."),
        ("Det finnes ikke noe {what_nb} «{id}».", "Rett navnet, eller legg det inn først."),
    ),
    "C23": _error(
        (
            "The id {id} is also used by {other}.",
            "Give each document an id of its own; translations share the original's.",
        ),
        ("Id-en {id} brukes også av {other}.", "Gi hvert dokument sin egen id; oversettelser deler originalens."),
    ),
    "C24": _error(
        (
            "A translation has another address than its original: {original}.",
            "Name the file {original} in every language.",
        ),
        ("Oversettelsen har en annen adresse enn originalen: {original}.", "Kall filen {original} på alle språk."),
    ),
    "C25": _error(
        ("Number {order} of the series “{series}” is also {other}.", "Give each part of a series its own number."),
        ("Nummer {order} i serien «{series}» er også {other}.", "Gi hver del av serien sitt eget nummer."),
    ),
    "C26": _error(
        ("The link leads to “{anchor}” on “{page}”, and no part there is called that.", "Correct what follows #."),
        ("Lenken går til «{anchor}» på «{page}», og ingen del der heter det.", "Rett det som står etter #."),
    ),
    "C27": _error(
        ("The old address “{old}” leads in a circle.", "Let it lead to the address where the page is now."),
        ("Den gamle adressen «{old}» fører i ring.", "La den føre til adressen der siden er nå."),
    ),
    "C30": _error(
        (
            "The translation is built otherwise than the original: {what}.",
            "Keep the same parts with the same ids; translate only the words.",
        ),
        (
            "Oversettelsen er bygd opp annerledes enn originalen: {what_nb}.",
            "Behold de samme delene med de samme id-ene; oversett bare ordene.",
        ),
    ),
    "C31": _warning(
        (
            "There is no original in “{language}” with this id: nobody can tell whether this is up to date.",
            "Publish the original again, take this down too, or correct “from”.",
        ),
        (
            "Det finnes ingen original på «{language}» med denne id-en: Ingen kan vite om dette er oppdatert.",
            "Publiser originalen igjen, ta ned denne også, eller rett «from».",
        ),
    ),
    "C32": _warning(
        (
            "The original has changed since this was translated.",
            "Bring the translation up to date; readers are told until then.",
        ),
        (
            "Originalen er endret siden dette ble oversatt.",
            "Oppdater oversettelsen; leserne får vite det til den er oppdatert.",
        ),
    ),
    "C33": _error(
        (
            "Several documents with this id say they are the original.",
            "Keep “translation: source” in one language only.",
        ),
        ("Flere dokumenter med denne id-en sier at de er originalen.", "Behold «translation: source» på ett språk."),
    ),
    "C40": _warning(
        ("The file is not written in the canonical form.", "Run: toolbox format {path}"),
        ("Filen er ikke skrevet på standardformen.", "Kjør: toolbox format {path}"),
    ),
    "C41": _warning(
        ("The help box “{id}” has not been verified.", "Check the facts with their source, then give verified_on."),
        ("Hjelpeboksen «{id}» er ikke kontrollert.", "Kontroller opplysningene mot kilden, og fyll ut verified_on."),
    ),
    "C42": _warning(
        ("This should have been reviewed by {date}.", "Read it again, and give “review_by” a new date."),
        ("Dette skulle vært gått gjennom innen {date}.", "Les det på nytt, og sett ny dato i «review_by»."),
    ),
    "C43": _warning(
        (
            "The case does not say what the people in it have to build on.",
            "Add a section {{#styrker .strengths}} after the perspectives: what they can, know and have behind them.",
        ),
        (
            "Casen sier ikke hva menneskene i den har å bygge på.",
            "Legg til en del {{#styrker .strengths}} etter perspektivene: hva de kan, vet og har i ryggen.",
        ),
    ),
    "C44": _warning(
        (
            "No part of the case ends in a question to stop at.",
            "End a part with ??? question: what would the reader have done here?",
        ),
        (
            "Ingen del av casen slutter med et spørsmål å stoppe ved.",
            "Avslutt en del med ??? question: Hva ville leseren ha gjort her?",
        ),
    ),
    "C45": _warning(
        (
            "The case shows how {number} of the people in it see what happens.",
            "Show it from at least two sides, such as {{#farhad .perspective .mentee}} and {{#gro .perspective .mentor}}.",
        ),
        (
            "Casen viser hvordan {number} av menneskene i den ser på det som skjer.",
            "Vis det fra minst to sider, som {{#farhad .perspective .mentee}} og {{#gro .perspective .mentor}}.",
        ),
    ),
    "C46": _warning(
        (
            "“{detail}” looks as if it belongs to a real person.",
            "Remove it. Names and details are made up, and contacts stand in the help boxes.",
        ),
        (
            "«{detail}» ser ut til å tilhøre et virkelig menneske.",
            "Ta det bort. Navn og opplysninger skal være oppdiktet, og kontaktopplysninger hører hjemme i hjelpeboksene.",
        ),
    ),
}
