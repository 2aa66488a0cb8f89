# Wat mensen lezen, Nederlands; de bron is en.ftl. Hoe je bewerkt en controleert: README.md in deze map.
# Overal je, ook voor ouders en volwassenen, zoals de hulplijnen voor kinderen het doen. Mensen zonder geslacht:
# “iemand”, “diegene”, “degene”, “een volwassene”.

## Wat er gevonden is, voor wie een rapport bekijkt
behavior-age_query = vraagt hoe oud het kind is
behavior-personal_info_query = vraagt naar persoonlijke gegevens
behavior-alone_query = vraagt of het kind alleen is of dat er iemand meekijkt
behavior-secrecy = vraagt om iets geheim te houden
behavior-isolation = zet het kind op tegen familie of vrienden
behavior-flattery_maturity = vleit over uiterlijk of volwassenheid
behavior-gift_offer = biedt cadeaus, geld of gunsten aan
behavior-platform_switch = wil naar een andere app
behavior-meeting = wil in het echt afspreken
behavior-photo_request = vraagt om een foto of om de camera
behavior-reciprocity_pressure = zegt dat het kind iets terug moet doen
behavior-romance_declaration = verklaart het kind de liefde
behavior-guilt_manipulation = geeft het kind een schuldgevoel
behavior-testing_boundaries = test hoe ver het kind gaat
behavior-threat_sextortion = dreigt iets openbaar te maken of eist geld
behavior-coercion_selfharm = zet het kind onder druk om zichzelf pijn te doen
behavior-personal_info_disclosure = het kind geeft persoonlijke gegevens weg
behavior-refusal = het kind zegt nee
behavior-distress = het kind is bang of heeft het moeilijk

cue-unmistakable = er is iets gezegd dat niet mis te verstaan is
cue-persistence = gaat door nadat het kind nee zei of het moeilijk kreeg
cue-stage_mix = verschillende manieren van toenadering komen samen
cue-clear_sign = minstens één duidelijk waarschuwingssignaal
cue-one_sided_questions = de ene kant vraagt, de andere antwoordt
cue-early_private_channel = al vroeg ging het om privé praten of een foto
cue-tone = hoe de laatste berichten klinken
cue-night = schrijft ’s nachts
cue-many_children = schrijft naar veel kinderen
relation-unknown = de app weet niet wie het is
relation-stranger = een onbekende
relation-known = een bekend contact
relation-family = familie
relation-school = van de school van het kind
stage-initial_contact = eerste contact
stage-trust_building = vertrouwen winnen
stage-isolation = losmaken van anderen
stage-dependency_creation = afhankelijk maken
stage-sexual_introduction = grenzen verleggen
stage-maintenance = het contact gaande houden
stage-control = controle door dreigen

category-grooming = een patroon dat misbruik kan voorbereiden
category-sextortion = chantage
category-sexual_content = seksuele inhoud
category-bullying = pesten
category-self_harm = een kind dat het heel moeilijk heeft
category-coercion = druk om schade te doen
category-personal_info = persoonlijke gegevens die op het punt staan verstuurd te worden
category-known_image = een bekende foto
category-sensitive_image = een foto die gevoelig kan zijn

action-allow = niets nodig
action-indicate = een teken tonen en helpen
action-blur = afdekken
action-interrupt = stoppen en eerst vragen
action-mute = niet doorlaten

reason-conversation-pattern = het gesprek als geheel

## Wat het kind leest dat iets ontvangt
# Volgorde: niet jouw schuld, één veilige stap, één volwassene. De hulplijn staat eronder, uit de lijst met hulpdiensten.

notice-grooming =
    { $age ->
        [under6] Je hebt niets fout gedaan, en een volwassene kan je hierbij helpen.
        [under10] Dit is niet jouw schuld: sommige mensen op internet doen alleen maar alsof ze aardig zijn.
        [under13] Dit is niet jouw schuld. Sommige mensen doen alsof ze vrienden met je zijn, zodat jij doet wat zij willen. Echte vrienden vinden het prima als je het aan een volwassene vertelt. Een geheim dat niet goed voelt, hoef je nooit te bewaren.
        [under16] Dit is niet jouw schuld. Misschien wil iemand je vertrouwen winnen om iets van je te krijgen. Je mag altijd stoppen, ook als je eerst ja zei. Ga niet naar een andere app en spreek niet alleen af: wie echt om je geeft, vindt dat oké.
       *[under18] Als hier iets niet klopt, is dat niet jouw schuld. In deze chat zie je tekenen dat iemand vertrouwen opbouwt om macht over je te krijgen: geheimen, druk, een plek om te praten waar niemand meekijkt. Het kan onschuldig zijn. Je mag altijd nee zeggen, ook als je eerst ja zei.
    }
    .title =
        { $age ->
            [under6] Vraag hulp aan een volwassene
            [under10] Stop hier even
            [under13] Dit kan een truc zijn
           *[under18] Deze chat is misschien niet wat het lijkt
        }
    .step =
        { $age ->
            [under6] Laat dit zien aan een volwassene die voor je zorgt.
            [under10] Laat dit zien aan een volwassene die je vertrouwt.
            [under13] Schrijf nu even niet verder en laat dit zien aan een volwassene die je vertrouwt.
            [under16] Vraag een volwassene die je vertrouwt: “Mag ik je een chat laten zien die niet goed voelt?”
            [adult] Schrijf nu even niet verder en vraag iemand die je vertrouwt wat die ervan vindt.
           *[under18] Schrijf nu even niet verder en vraag een volwassene die je vertrouwt wat die ervan vindt.
        }

notice-sextortion =
    { $age ->
        [under6] Iemand doet gemeen, en dat is niet jouw schuld.
        [under10] Iemand probeert je bang te maken, en dat is niet jouw schuld.
        [under13] Dit is niet jouw schuld. Sommige mensen maken kinderen bang om geld of foto’s te krijgen. Die truc heet chantage. Stuur geen geld en geen foto’s, ook niet als je dat al eens deed. Antwoord niet meer en blokkeer, maar verwijder niets.
        [under16] Dit is niet jouw schuld. Het lijkt op chantage. Dat overkomt veel jongeren, ook jongens. Stuur geen geld en geen foto’s meer, ook niet als je dat al deed. Antwoord niet meer en blokkeer, maar verwijder niets: het is bewijs. Je komt hier weer uit.
       *[under18] Dit is niet jouw schuld. Het lijkt op chantage; dat overkomt veel mensen, ook jongens, soms met nepfoto’s. Stuur geen geld en niets meer, ook niet als je dat al deed. Niet meer antwoorden, blokkeren, niets verwijderen. Er zijn gratis diensten die helpen om foto’s te laten verwijderen.
    }
    .title =
        { $age ->
            [under6] Je hebt niets fout gedaan
            [under10] Je hebt niets fout gedaan
            [under13] Dit is een truc, en je kunt hulp krijgen
           *[under18] Chantage: er is een uitweg
        }
    .step =
        { $age ->
            [under6] Laat dit zien aan een volwassene die voor je zorgt.
            [under10] Geef geen antwoord. Laat dit zien aan een volwassene die je vertrouwt.
            [under13] Antwoord niet meer en vertel het nu aan een volwassene die je vertrouwt. Jij deed niets fout.
            [under16] Zeg tegen een volwassene die je vertrouwt: “Iemand bedreigt me online. Wil je me helpen?”
            [adult] Praat vandaag met iemand die je vertrouwt of met een hulplijn. Je hoeft dit niet alleen te doen.
           *[under18] Praat vandaag met een volwassene die je vertrouwt of een hulplijn. Je hoeft dit niet alleen te doen.
        }

notice-sexual_content =
    { $age ->
        [under6] Je hebt niets fout gedaan, en je hoeft hier niet naar te kijken.
        [under10] Dit is niet voor kinderen, en het is niet jouw schuld dat je het kreeg.
        [under13] Het is niet jouw schuld dat je dit kreeg. Het is niet bedoeld voor jouw leeftijd. Niemand mag aandringen dat je ernaar kijkt, antwoordt of zelf zoiets stuurt.
        [under16] Het is niet jouw schuld dat je dit kreeg. Het lijkt seksueel te zijn. Je hoeft niet te kijken, niet te antwoorden en niets terug te sturen, ook niet als je dat eerder wel deed. Je kunt degene die dit stuurde blokkeren.
       *[under18] Als je dit niet wilde, is het niet jouw schuld. Het lijkt seksueel te zijn. Je hoeft niet te kijken, niet te antwoorden en niets terug te sturen, wat je eerder ook hebt gezegd. Je kunt het account blokkeren en melden.
    }
    .title = Je hoeft hier niet naar te kijken
    .step =
        { $age ->
            [under6] Laat dit zien aan een volwassene die voor je zorgt.
            [under10] Kijk niet verder en vertel het aan een volwassene die je vertrouwt.
            [under13] Laat het dicht en vertel het aan een volwassene die je vertrouwt.
            [under16] Zeg tegen een volwassene die je vertrouwt: “Ik kreeg online iets dat niet goed voelt.”
           *[under18] Laat het dicht als je het niet wilt, en blokkeer degene die het stuurde.
        }

notice-bullying =
    { $age ->
        [under6] Dat was niet lief, en het is niet jouw schuld.
        [under10] Iemand doet gemeen tegen je, en dat is niet jouw schuld.
        [under13] Dit is niet jouw schuld. Sommige mensen schrijven alleen gemene dingen om een reactie te krijgen, en die hoef je niet te geven. Bewaar het bericht: het laat zien wat er is gebeurd.
        [under16] Dit is niet jouw schuld, en niemand hoort zo tegen je te doen. Je hoeft niet te antwoorden. Bewaar het als bewijs, zet daarna het gesprek op stil of blokkeer, en meld het in de app als je wilt.
       *[under18] Dit is niet jouw schuld, en niemand hoort zo tegen je te doen. Je hoeft niet te antwoorden. Bewaar het als bewijs, blokkeer daarna en meld het in de app. Word je bedreigd? Dan kun je ook buiten de app hulp krijgen.
    }
    .title =
        { $age ->
            [under6] Dat was niet lief
            [under10] Dat was niet aardig
           *[under18] Niemand hoort zo tegen je te doen
        }
    .step =
        { $age ->
            [under6] Laat dit zien aan een volwassene die voor je zorgt.
            [under10] Geef geen antwoord. Laat dit zien aan een volwassene die je vertrouwt.
            [under13] Geef geen antwoord. Bewaar het en laat het zien aan een volwassene die je vertrouwt.
            [under16] Zeg tegen een volwassene die je vertrouwt: “Ik word online gepest. Kunnen we praten?”
           *[under18] Geef geen antwoord. Bewaar het, blokkeer, en praat met iemand die je vertrouwt.
        }

# Het kind heeft het moeilijk: zorg, nooit schuld, nooit een woord over tegenhouden. Vanaf tien jaar eerst de hulplijn.
notice-self_harm =
    { $age ->
        [under6] Dank je wel dat je zegt hoe je je voelt: je bent niet alleen.
        [under10] Dank je wel dat je zegt hoe je je voelt: het is niet jouw schuld, en je bent niet alleen.
        [under13] Dank je wel dat je zegt hoe je je voelt. Het is niet jouw schuld, en je bent niet alleen. Bij een hulplijn voor kinderen luisteren mensen elke dag naar zulke gevoelens. Ben je nu niet veilig, bel dan het alarmnummer.
        [under16] Dank je wel dat je het zegt. Het is niet jouw schuld, en je bent niet alleen. Bij een hulplijn luistert iemand zonder te oordelen, en met hulp kan het beter worden. Ben je nu niet veilig, bel dan het alarmnummer.
       *[under18] Goed dat je het zegt. Het is niet jouw schuld, en je hoeft het niet alleen te dragen. Een hulplijn luistert zonder te oordelen; daarna kan iemand die je vertrouwt of een huisarts helpen. Ben je nu niet veilig, bel dan het alarmnummer.
    }
    .title =
        { $age ->
            [under6] Je bent niet alleen
            [under10] Je bent niet alleen
           *[under18] Goed dat je het zegt. Je bent niet alleen
        }
    .step =
        { $age ->
            [under6] Ga nu naar een volwassene die voor je zorgt en zeg hoe je je voelt.
            [under10] Ga nu naar een volwassene die je vertrouwt en zeg hoe je je voelt.
            [under13] Bel of chat nu met een hulplijn voor kinderen, en vertel het daarna aan een volwassene die je vertrouwt.
            [under16] Neem nu contact op met een hulplijn. Zeg daarna tegen een volwassene: “Het gaat niet goed met me. Wil je luisteren?”
            [adult] Neem nu contact op met een hulplijn, en daarna met iemand die je vertrouwt of de huisarts.
           *[under18] Neem nu contact op met een hulplijn, en daarna met een volwassene die je vertrouwt of de huisarts.
        }

notice-coercion =
    { $age ->
        [under6] Niemand mag zeggen dat jij iets moet doen dat pijn doet, en het is niet jouw schuld.
        [under10] Niemand mag zeggen dat jij iets moet doen dat pijn doet, en het is niet jouw schuld.
        [under13] Dit is niet jouw schuld. Niemand mag je onder druk zetten om jezelf of een ander pijn te doen. Sommige mensen noemen het een spel of een test. Het is een truc, en je mag altijd stoppen.
        [under16] Dit is niet jouw schuld. Niemand mag je onder druk zetten om jezelf of anderen pijn te doen, waar diegene ook mee dreigt. Je kunt nu stoppen, ook als je eerder iets hebt gedaan. Ben je nu niet veilig, bel dan het alarmnummer.
       *[under18] Dit is niet jouw schuld. Iemand onder druk zetten om zichzelf of anderen pijn te doen is een vorm van geweld, ook als het een spel of een test heet. Je kunt altijd stoppen, waar diegene ook mee dreigt. Ben je nu niet veilig, bel dan het alarmnummer.
    }
    .title = Je hoeft dit niet te doen
    .step =
        { $age ->
            [under6] Ga nu naar een volwassene die voor je zorgt.
            [under10] Doe het niet. Ga nu naar een volwassene die je vertrouwt.
            [under13] Antwoord niet meer en ga nu naar een volwassene die je vertrouwt.
            [under16] Antwoord niet meer en zeg tegen een volwassene: “Iemand zet me onder druk. Ik heb nu hulp nodig.”
            [adult] Antwoord niet meer, bewaar de berichten, en vertel het nu aan iemand die je vertrouwt.
           *[under18] Antwoord niet meer, bewaar de berichten, en vertel het nu aan een volwassene die je vertrouwt.
        }

notice-personal_info =
    { $age ->
        [under6] Waar je woont, is alleen voor mensen die ze bij jou thuis kennen.
        [under10] Je huis, je school en je nummer zijn alleen voor mensen die ze bij jou thuis goed kennen.
        [under13] Dit verklapt wie je bent of waar je te vinden bent. Sommige mensen op internet zijn niet wie ze zeggen dat ze zijn. Je hoeft niet te antwoorden, en echte vrienden kunnen wachten.
        [under16] Dit kan verraden waar je te vinden bent: een adres, een school, een nummer. Je hoeft het niet te geven, en echte vrienden kunnen wachten. Als iemand blijft aandringen, is dat een goede reden om te blokkeren.
       *[under18] Dit kan laten zien wie je bent of waar je te vinden bent: een adres, een school, een nummer, een account. Je bent het niemand verplicht. Als iemand blijft aandringen, is dat een goede reden om te blokkeren.
    }
    .title =
        { $age ->
            [under6] Wacht even
            [under10] Wacht even
           *[under18] Wacht even: dit gaat over jou
        }
    .step =
        { $age ->
            [under6] Vraag het eerst aan een volwassene die voor je zorgt.
            [under10] Vraag het eerst aan een volwassene die je vertrouwt.
            [under13] Wacht, en vraag het aan een volwassene die je vertrouwt voordat je iets vertelt.
           *[under18] Vraag jezelf even af: ken ik diegene in het echt, en is dit wel nodig?
        }

notice-known_image =
    { $age ->
        [under6] Je hebt niets fout gedaan, en je hoeft niet naar deze foto te kijken.
        [under10] Deze foto kan iemand pijn doen, en het is niet jouw schuld dat je hem kreeg.
        [under13] Het is niet jouw schuld dat je dit kreeg. De foto lijkt op een lijst te staan van foto’s die iemand kwaad doen. Je hoeft niet te kijken. Bewaar hem niet en stuur hem alsjeblieft niet door.
        [under16] Het is niet jouw schuld dat je dit kreeg. De foto lijkt op een lijst te staan van foto’s die beter niet gedeeld worden, omdat ze iemand kwaad doen. Stuur hem alsjeblieft niet door. Sta jij erop? Dan kun je hulp krijgen om hem te laten verwijderen.
       *[under18] Het is niet jouw schuld dat je dit kreeg. De foto lijkt op een lijst te staan van foto’s die schade doen aan wie erop staat. Stuur hem alsjeblieft niet door; je kunt hem melden. Sta jij erop? Dan zijn er gratis diensten die helpen om hem te laten verwijderen.
    }
    .title =
        { $age ->
            [under6] Je hoeft niet te kijken
            [under10] Je hoeft niet te kijken
           *[under18] Deze foto kun je beter niet delen
        }
    .step =
        { $age ->
            [under6] Vertel het nu aan een volwassene die voor je zorgt.
            [under10] Kijk niet verder en vertel het aan een volwassene die je vertrouwt.
            [under13] Laat hem dicht, en vertel een volwassene die je vertrouwt dat je hem kreeg.
            [under16] Zeg tegen een volwassene die je vertrouwt: “Ik kreeg een foto die niet oké is.”
            [adult] Stuur hem niet door. Meld het, of vraag iemand die je vertrouwt om je te helpen.
           *[under18] Stuur hem niet door. Meld het, of vraag een volwassene die je vertrouwt om je te helpen.
        }

notice-sensitive_image =
    { $age ->
        [under6] Je hebt niets fout gedaan, en je hoeft niet naar deze foto te kijken.
        [under10] Op deze foto staat misschien iets privés, en het is niet jouw schuld dat je hem kreeg.
        [under13] Het is niet jouw schuld dat je dit kreeg. Op de foto staat misschien iets privés, zoals wat zwemkleding bedekt. Je hoeft niet te kijken, en niemand mag jou om zo’n foto vragen.
        [under16] Het is niet jouw schuld dat je dit kreeg. Het is misschien een intieme foto. Je hoeft niet te kijken, niet te antwoorden en er geen terug te sturen, ook als je eerst ja zei. Ken je degene op de foto? Stuur hem dan alsjeblieft niet door.
       *[under18] Het is niet jouw schuld dat je dit kreeg. Het is misschien een intieme foto; het programma kan het ook mis hebben. Je hoeft niet te kijken, niet te antwoorden en er geen terug te sturen, ook als je eerst ja zei. Wil je dit niet? Dan kun je blokkeren en melden.
    }
    .title =
        { $age ->
            [under6] Je hoeft niet te kijken
            [under10] Je hoeft niet te kijken
           *[under18] Deze foto is misschien privé
        }
    .step =
        { $age ->
            [under6] Laat dit zien aan een volwassene die voor je zorgt.
            [under10] Kijk niet verder en vertel het aan een volwassene die je vertrouwt.
            [under13] Laat hem dicht en vertel het aan een volwassene die je vertrouwt.
            [under16] Laat hem dicht en zeg tegen een volwassene: “Ik kreeg een foto die ik niet wilde.”
           *[under18] Laat hem dicht als je hem niet wilt, en blokkeer degene die hem stuurde.
        }

## Wat het kind leest dat op het punt staat iets te sturen
# Een pauze, geen verbod: het kind kiest zelf.

sending-personal_info =
    { $age ->
        [under6] Dit gaat over jou of je huis, dus vraag het eerst aan een volwassene.
        [under10] Dit verklapt misschien waar je woont of op school zit, dus vraag het eerst aan een volwassene.
        [under13] Dit verklapt misschien wie je bent of waar je te vinden bent. Sommige mensen op internet zijn niet wie ze zeggen dat ze zijn. Je kunt nog kiezen om het niet te sturen, en echte vrienden begrijpen dat.
        [under16] Dit kan verraden waar je te vinden bent: een adres, een school, een nummer. Ken je diegene in het echt, en is dit nodig? Als iemand blijft aandringen, mag je nee zeggen, ook als je eerst ja zei. Jij beslist.
       *[under18] Dit lijkt op een adres, een school, een nummer of iets anders over jou. Denk na over wie het krijgt en waarvoor. Niemand heeft het nodig als bewijs van vertrouwen. Jij beslist.
    }
    .title =
        { $age ->
            [under6] Wacht even
            [under10] Wacht even
           *[under18] Even pauze voordat je dit stuurt
        }
    .step =
        { $age ->
            [under6] Vraag het eerst aan een volwassene die voor je zorgt.
            [under10] Vraag het eerst aan een volwassene die je vertrouwt.
            [under13] Vraag het aan een volwassene die je vertrouwt voordat je het stuurt.
           *[under18] Haal weg wat de ander niet hoeft te weten, of stuur het niet.
        }

sending-sensitive_image =
    { $age ->
        [under6] Deze foto is misschien privé, dus vraag het eerst aan een volwassene.
        [under10] Op deze foto staat misschien iets privés, en je hoeft hem naar niemand te sturen.
        [under13] Je hoeft deze foto niet te sturen. Zou zwemkleding bedekken wat je ziet? Dringt iemand aan? Zou je familie het goed vinden? Schrik je van een antwoord, stop dan hier. Als iemand erom vraagt, is dat niet jouw schuld.
        [under16] Niemand hoeft zo’n foto te sturen, ook niet aan iemand van wie je houdt en ook niet na een ja. Dringt iemand aan? Zou je het oké vinden als anderen hem zien? Staat er iemand anders op, dan is het niet aan jou om hem te delen. Jij beslist.
       *[under18] Dit is misschien een intieme foto. Je bent hem niemand verplicht, en een ja mag een nee worden. Dringt iemand aan? Zou je het oké vinden als anderen hem zien? Staat er iemand anders op, dan is het niet aan jou om hem te delen. Jij beslist.
    }
    .title =
        { $age ->
            [under6] Wacht even
            [under10] Wacht even
           *[under18] Even pauze voordat je dit stuurt
        }
    .step =
        { $age ->
            [under6] Vraag het eerst aan een volwassene die voor je zorgt.
            [under10] Stop hier. Vroeg iemand erom? Vertel het aan een volwassene die je vertrouwt.
            [under13] Stop hier. Vroeg iemand erom? Vertel het dan aan een volwassene die je vertrouwt.
            [under16] Als iemand aandringt, zeg dan: “Zoiets stuur ik niet.” Je hoeft niet te zeggen waarom.
           *[under18] Twijfel je, stuur het dan niet. Voor “nee” heb je geen reden nodig.
        }

sending-known_image =
    { $age ->
        [under6] Deze foto kan iemand pijn doen, dus vraag het eerst aan een volwassene.
        [under10] Deze foto kan iemand pijn doen, en een volwassene kan je helpen.
        [under13] Misschien wist je het niet: deze foto lijkt op een lijst te staan van foto’s die iemand kwaad doen. Doorsturen kan diegene opnieuw pijn doen. Als iemand dat van je wil, is dat niet jouw schuld.
        [under16] Misschien wist je het niet: deze foto lijkt op een lijst te staan van foto’s die iemand kwaad doen. Doorsturen kan diegene opnieuw pijn doen. Dringt iemand aan? Dat is niet jouw schuld. Sta jij erop? Dan kun je hulp krijgen om hem te laten verwijderen.
       *[under18] Misschien wist je het niet: deze foto lijkt op een lijst te staan van foto’s die schade doen aan wie erop staat. Doorsturen kan diegene opnieuw pijn doen. Sta jij erop? Dat is niet jouw schuld, en gratis diensten helpen om hem te laten verwijderen.
    }
    .title =
        { $age ->
            [under6] Wacht even
            [under10] Wacht even
           *[under18] Even pauze voordat je dit stuurt
        }
    .step =
        { $age ->
            [under6] Vraag het eerst aan een volwassene die voor je zorgt.
            [under10] Stuur hem niet en vertel het aan een volwassene die je vertrouwt.
            [under13] Stuur hem niet door. Vertel een volwassene die je vertrouwt hoe je eraan kwam.
            [under16] Stuur hem niet en zeg tegen een volwassene: “Ik heb een foto die niet oké is.”
            [adult] Stuur hem niet, en vraag iemand die je vertrouwt of een hulplijn wat je kunt doen.
           *[under18] Stuur hem niet, en vraag een volwassene die je vertrouwt of een hulplijn wat je kunt doen.
        }

sending-sexual_content =
    { $age ->
        [under6] Laat een volwassene je helpen met dit bericht.
        [under10] Dit bericht gaat misschien over iets privés, dus vraag het eerst aan een volwassene.
        [under13] Dit lijkt over iets heel privés te gaan. Wil iemand dat je zo schrijft? Dat hoeft niet, en als iemand erom vraagt, is dat niet jouw schuld.
        [under16] Dit klinkt misschien seksueel. Wil jij dit, of wil iemand het van jou? Wie om je geeft, dringt niet aan. Je mag altijd stoppen, ook als je eerst ja zei. Jij beslist.
       *[under18] Dit klinkt misschien seksueel. Wil jij dit, weet je wie het krijgt, en wil diegene het ook? Als iemand je onder druk zet, is dat niet jouw schuld. Je mag altijd stoppen, ook als je eerst ja zei. Jij beslist.
    }
    .title =
        { $age ->
            [under6] Wacht even
            [under10] Wacht even
           *[under18] Even pauze voordat je dit stuurt
        }
    .step =
        { $age ->
            [under6] Laat dit zien aan een volwassene die voor je zorgt.
            [under10] Laat dit zien aan een volwassene die je vertrouwt.
            [under13] Stop hier. Vroeg iemand erom? Vertel het dan aan een volwassene die je vertrouwt.
           *[under18] Neem even de tijd. Voel je druk of twijfel je, stuur het dan niet.
        }

sending-bullying =
    { $age ->
        [under6] Deze woorden kunnen iemand verdrietig maken.
        [under10] Deze woorden kunnen iemand verdrietig maken, ook als je het niet zo bedoelt.
        [under13] Je mag boos zijn, maar zulke woorden kunnen echt pijn doen. Je kunt ook zeggen wat je dwarszit: “Dat vond ik niet leuk.”
        [under16] Je mag boos zijn of een grapje maken, maar op een scherm hoort niemand hoe je het bedoelt, en dit kan echt pijn doen. Zeg wat je dwarszit, of wacht tot je rustig bent. Deed de ander eerst gemeen? Dan kun je blokkeren en hulp vragen. Jij beslist.
       *[under18] Dit kan harder aankomen dan je bedoelt: op een scherm hoort niemand je toon. Je kunt zeggen wat je dwarszit, of er later rustig op terugkomen. Deed de ander eerst gemeen? Dan kun je blokkeren en hulp vragen. Jij beslist.
    }
    .title =
        { $age ->
            [under6] Wacht even
            [under10] Wacht even
           *[under18] Even pauze voordat je dit stuurt
        }
    .step =
        { $age ->
            [under6] Zeg het met lieve woorden.
            [under10] Probeer het aardiger te zeggen.
            [under13] Adem even diep in, en probeer het op een aardigere manier te zeggen.
           *[under18] Adem even rustig door, en schrijf dan wat je wilt dat de ander begrijpt.
        }

# Het aan iemand vertellen is goed: nooit tegenhouden.
sending-self_harm =
    { $age ->
        [under6] Het is goed dat je zegt hoe je je voelt: je bent niet alleen.
        [under10] Het is goed dat je zegt hoe je je voelt: het is niet jouw schuld, en je bent niet alleen.
        [under13] Het is goed dat je zegt hoe je je voelt. Het is niet jouw schuld, en je bent niet alleen. Bij een hulplijn voor kinderen luisteren mensen elke dag naar zulke gevoelens. Ben je nu niet veilig, bel dan het alarmnummer.
        [under16] Het is goed om het iemand te vertellen, en het is niet jouw schuld. Je kunt dit sturen. Ook bij een hulplijn luistert iemand zonder te oordelen. Ben je nu niet veilig, bel dan het alarmnummer.
       *[under18] Het is goed om het iemand te vertellen, en het is niet jouw schuld. Je kunt dit sturen. Een hulplijn luistert ook zonder te oordelen, en een huisarts kan helpen. Ben je nu niet veilig, bel dan het alarmnummer.
    }
    .title = Je bent niet alleen
    .step =
        { $age ->
            [under6] Ga nu naar een volwassene die voor je zorgt en zeg hoe je je voelt.
            [under10] Ga nu naar een volwassene die je vertrouwt en zeg hoe je je voelt.
            [under13] Bel of chat nu met een hulplijn voor kinderen, en vertel het daarna aan een volwassene die je vertrouwt.
            [under16] Neem nu contact op met een hulplijn. Zeg daarna tegen een volwassene: “Het gaat niet goed met me. Wil je luisteren?”
            [adult] Neem nu contact op met een hulplijn, en daarna met iemand die je vertrouwt of de huisarts.
           *[under18] Neem nu contact op met een hulplijn, en daarna met een volwassene die je vertrouwt of de huisarts.
        }

## Wat iemand leest van wie een eigen bericht opviel
# Zonder keuze geldt de tekst voor jongeren: geen wet, praat met iemand. Geen etiket, geen dreiging.

deterrence-grooming =
    { $age ->
        [adult] Een kind vragen om geheimen, privéfoto’s of een afspraak kan strafbaar zijn en schaadt het kind, ook een kind dat het goed lijkt te vinden. Je kunt nu stoppen. Er is gratis, anonieme hulp om te stoppen, voordat of nadat er iets is gebeurd.
        [unknown] Iemand onder de 18 vragen om geheimen, privéfoto’s of een afspraak kan tegen de wet zijn en schaadt diegene, ook als die het goed lijkt te vinden. Je kunt hier stoppen. Er is gratis, anonieme hulp om te stoppen.
        [under6] Iemand kan zich naar voelen door dit bericht.
        [under10] Iemand kan zich onveilig voelen door dit bericht, en een volwassene kan je helpen.
       *[under18] Aandringen op geheimen, foto’s of een afspraak kan iemand pijn doen, ook als die ja zegt. Geef de ander tijd en ruimte om nee te zeggen. Twijfel je, of zet iemand jou hiertoe aan? Dan kun je hulp krijgen.
    }
    .title =
        { $age ->
            [adult] Stop hier: dit kan een kind schaden
            [unknown] Even pauze: dit kan schade doen
           *[under18] Wacht even
        }
    .step =
        { $age ->
            [adult] Stuur niets meer, en neem contact op met een gratis, anonieme hulplijn.
            [unknown] Stuur niets meer, en kijk welke hulp er is.
            [under6] Laat dit zien aan een volwassene die voor je zorgt.
            [under10] Laat dit zien aan een volwassene die je vertrouwt.
           *[under18] Stop hier, en praat met iemand die je vertrouwt.
        }

deterrence-sextortion =
    { $age ->
        [adult] Iemand bedreigen met foto’s is in de meeste landen een misdrijf en doet veel schade, vooral bij een kind. Je kunt nu stoppen, wat er tot nu toe ook is gebeurd. Er is gratis, anonieme hulp om te stoppen.
        [unknown] Iemand bedreigen met foto’s is in de meeste landen tegen de wet en doet veel schade, vooral bij iemand onder de 18. Je kunt nu stoppen. Er is gratis, anonieme hulp om te stoppen.
        [under6] Dit bericht kan iemand bang maken.
        [under10] Dit bericht kan iemand bang maken, en een volwassene kan je helpen.
       *[under18] Zo’n dreigement kan iemand heel bang maken, en het helpt echt als je nu stopt. Zet iemand jou hiertoe aan, of weet je niet meer hoe je hieruit komt? Dan kun jij ook hulp krijgen.
    }
    .title =
        { $age ->
            [adult] Stop hier: dit doet veel schade
            [unknown] Stop hier: dit doet veel schade
           *[under18] Wacht even
        }
    .step =
        { $age ->
            [adult] Stuur niets meer, en neem contact op met een gratis, anonieme hulplijn.
            [unknown] Stuur niets meer, en kijk welke hulp er is.
            [under6] Laat dit zien aan een volwassene die voor je zorgt.
            [under10] Laat dit zien aan een volwassene die je vertrouwt.
           *[under18] Stop hier, en praat met een volwassene die je vertrouwt of een hulplijn.
        }

deterrence-coercion =
    { $age ->
        [adult] Iemand onder druk zetten om zichzelf pijn te doen kan strafbaar zijn, en het kan een kind in gevaar brengen. Je kunt nu stoppen, wat er tot nu toe ook is gebeurd. Er is gratis, anonieme hulp om te stoppen.
        [unknown] Iemand onder druk zetten om zichzelf pijn te doen kan tegen de wet zijn, en het kan een kind in gevaar brengen. Je kunt nu stoppen. Er is gratis, anonieme hulp om te stoppen.
        [under6] Door dit bericht kan iemand pijn krijgen.
        [under10] Door dit bericht kan iemand pijn krijgen, en een volwassene kan je helpen.
       *[under18] Zulke woorden kunnen iemand in gevaar brengen, ook als grap of uitdaging, en het helpt echt als je nu stopt. Maak je je zorgen om de ander, of zet iemand jou hiertoe aan? Dan kun je hulp krijgen.
    }
    .title =
        { $age ->
            [adult] Stop hier: iemand kan gewond raken
            [unknown] Stop hier: iemand kan gewond raken
           *[under18] Wacht even
        }
    .step =
        { $age ->
            [adult] Stuur niets meer, en neem contact op met een gratis, anonieme hulplijn.
            [unknown] Stuur niets meer, en kijk welke hulp er is.
            [under6] Laat dit zien aan een volwassene die voor je zorgt.
            [under10] Laat dit zien aan een volwassene die je vertrouwt.
           *[under18] Stop hier, en praat met een volwassene die je vertrouwt of een hulplijn.
        }

deterrence-sexual_content =
    { $age ->
        [adult] Seksuele berichten sturen aan een kind is in de meeste landen verboden en schaadt het kind, ook een kind dat antwoordt. Je kunt nu stoppen. Er is gratis, anonieme hulp om te stoppen, voordat of nadat er iets is gebeurd.
        [unknown] Seksuele berichten sturen aan iemand onder de 18 kan tegen de wet zijn en schaadt diegene, ook als die antwoordt. Je kunt hier stoppen. Er is gratis, anonieme hulp om te stoppen.
        [under6] Iemand kan zich naar voelen door dit bericht.
        [under10] Iemand kan zich naar voelen door dit bericht, en een volwassene kan je helpen.
       *[under18] Niet iedereen wil zo’n bericht krijgen, en het kan als druk voelen. Vraag je af of de ander het wil, en geef ruimte om nee te zeggen. Twijfel je? Erover praten helpt.
    }
    .title =
        { $age ->
            [adult] Stop hier: dit kan een kind schaden
            [unknown] Even pauze: dit kan schade doen
           *[under18] Wacht even
        }
    .step =
        { $age ->
            [adult] Stuur niets meer, en neem contact op met een gratis, anonieme hulplijn.
            [unknown] Stuur niets meer, en kijk welke hulp er is.
            [under6] Laat dit zien aan een volwassene die voor je zorgt.
            [under10] Laat dit zien aan een volwassene die je vertrouwt.
           *[under18] Stop hier, en praat met iemand die je vertrouwt.
        }

deterrence-bullying =
    { $age ->
        [adult] Een kind bedreigen of lastigvallen kan verboden zijn, en het schaadt het kind. Je kunt nu stoppen en er later rustig op terugkomen. Er is gratis, anonieme hulp als stoppen moeilijk is.
        [unknown] Bedreigen en lastigvallen kan tegen de wet zijn en doet schade, vooral bij iemand onder de 18. Je kunt hier stoppen. Er is gratis, anonieme hulp als stoppen moeilijk is.
        [under6] Deze woorden kunnen iemand verdrietig maken.
        [under10] Deze woorden kunnen iemand verdrietig maken, ook als je het niet zo bedoelt.
       *[under18] Zulke woorden kunnen echt pijn doen, ook als grap. Je mag boos zijn: je kunt zeggen wat je dwarszit zonder te kwetsen. Zit er iets niet goed tussen jullie? Erover praten met iemand helpt.
    }
    .title =
        { $age ->
            [adult] Even pauze: dit kan iemand pijn doen
            [unknown] Even pauze: dit kan iemand pijn doen
           *[under18] Wacht even
        }
    .step =
        { $age ->
            [adult] Stop hier, en neem de tijd voordat je weer schrijft.
            [unknown] Stop hier, en neem de tijd voordat je weer schrijft.
            [under6] Zeg het met lieve woorden.
            [under10] Probeer het aardiger te zeggen.
           *[under18] Adem even rustig door, en zeg het anders of helemaal niet.
        }

deterrence-sensitive_image =
    { $age ->
        [adult] Deze foto is misschien seksueel. Zo’n foto aan een kind sturen, of zo’n foto van een kind versturen, is in de meeste landen verboden en schaadt het kind. Je kunt nu stoppen. Er is gratis, anonieme hulp om te stoppen.
        [unknown] Deze foto is misschien seksueel. Zo’n foto sturen aan iemand onder de 18, of zo’n foto van iemand onder de 18 versturen, kan tegen de wet zijn en schaadt diegene. Je kunt hier stoppen. Er is gratis, anonieme hulp om te stoppen.
        [under6] Deze foto is misschien privé.
        [under10] Deze foto is misschien privé, en een volwassene kan je helpen.
       *[under18] Dit is misschien een intieme foto. Niet iedereen wil er een krijgen, en staat er iemand anders op, dan is het niet aan jou om hem te delen. Als iemand je onder druk zet om hem te sturen, is dat niet jouw schuld.
    }
    .title =
        { $age ->
            [adult] Stop hier: dit kan een kind schaden
            [unknown] Even pauze: dit kan schade doen
           *[under18] Wacht even
        }
    .step =
        { $age ->
            [adult] Stuur niets meer, en neem contact op met een gratis, anonieme hulplijn.
            [unknown] Stuur niets meer, en kijk welke hulp er is.
            [under6] Laat dit zien aan een volwassene die voor je zorgt.
            [under10] Laat dit zien aan een volwassene die je vertrouwt.
           *[under18] Stop hier, en praat met iemand die je vertrouwt.
        }

deterrence-known_image =
    { $age ->
        [adult] Deze foto lijkt op een lijst van bekende schadelijke foto’s te staan. Seksuele foto’s van kinderen hebben of delen is in de meeste landen verboden, en elke keer delen schaadt een echt kind opnieuw. Er is gratis, anonieme hulp om te stoppen.
        [unknown] Deze foto lijkt op een lijst van bekende schadelijke foto’s te staan. Zulke foto’s delen kan tegen de wet zijn, en als er een kind op staat, schaadt elke keer delen dat kind opnieuw. Er is gratis, anonieme hulp om te stoppen.
        [under6] Deze foto kan iemand pijn doen.
        [under10] Deze foto kan iemand pijn doen, en een volwassene kan je helpen.
       *[under18] Misschien wist je het niet: deze foto lijkt op een lijst te staan van foto’s die iemand kwaad doen. Doorsturen kan diegene opnieuw pijn doen. Maak je je zorgen, of zet iemand jou hiertoe aan? Dan kun je hulp krijgen.
    }
    .title =
        { $age ->
            [adult] Stop hier: dit kan een kind schaden
            [unknown] Stop hier: dit kan schade doen
           *[under18] Wacht even
        }
    .step =
        { $age ->
            [adult] Stuur niets meer, en neem contact op met een gratis, anonieme hulplijn.
            [unknown] Stuur niets meer, en kijk welke hulp er is.
            [under6] Vertel het nu aan een volwassene die voor je zorgt.
            [under10] Vertel het nu aan een volwassene die je vertrouwt.
           *[under18] Stop hier, en praat met een volwassene die je vertrouwt of een hulplijn.
        }

## Wat de ouder leest; $age is de leeftijd van het kind
# Welk soort hulp, nooit een woord, nooit een naam. Ademhalen, luisteren, bedanken, geloven.

guardian-grooming = Misschien wint iemand het vertrouwen van je kind om er misbruik van te maken; het kan ook onschuldig zijn. Haal eerst rustig adem. Luister, bedank je kind voor het vertellen, geloof het. Begin niet met straf of met het afpakken van de telefoon. Bewaar de berichten; neem geen contact op met de persoon.
    .title = Je kind heeft misschien hulp nodig met een contact
    .step =
        { $age ->
            [under6] Ga bij je kind zitten en vraag: “Wie praat daar met je?”
            [under10] Ga samen zitten en vraag: “Met wie praat je daar, en hoe voelt dat?”
            [under13] Vraag op een rustig moment: “Heeft iemand online je weleens om een geheim gevraagd?”
           *[under18] Vraag op een rustig moment hoe je kunt helpen, en spreek samen de volgende stap af.
        }

guardian-sextortion = Je kind wordt misschien gechanteerd, mogelijk met foto’s. Dat is niet de schuld van je kind. Haal eerst rustig adem. Luister, bedank, geloof; geen straf. Betaal niet, neem geen contact op met de persoon, stuur geen foto’s door. Bewaar het bewijs en meld het samen.
    .title = Je kind heeft misschien hulp nodig bij chantage
    .step =
        { $age ->
            [under6] Ga nu naar je kind en zeg: “Je hebt niets fout gedaan. Ik ga je helpen.”
            [under10] Ga nu naar je kind en zeg: “Je hebt niets fout gedaan. Ik ga je helpen.”
           *[under18] Ga nu naar je kind en zeg: “Dit is niet jouw schuld. We lossen het samen op.”
        }

guardian-sexual_content =
    { $age ->
        [under6] Er was misschien iets op het apparaat te zien dat niet voor kinderen is. Haal eerst rustig adem: je kind heeft niets fout gedaan. Blijf kalm en dichtbij, luister, en bedank je kind voor het vertellen. Geef geen straf en stuur niets door.
        [under10] Er was misschien iets op het apparaat te zien dat niet voor kinderen is. Haal eerst rustig adem: je kind heeft niets fout gedaan. Blijf kalm en dichtbij, luister, en bedank je kind voor het vertellen. Geef geen straf en stuur niets door.
       *[under18] Er waren misschien seksuele berichten of beelden; mogelijk wilde je kind die niet. Haal eerst rustig adem. Luister, bedank, geloof. Begin niet met straf of met het afpakken van de telefoon. Heeft iemand aangedrongen? Bewaar de berichten en neem geen contact op met diegene.
    }
    .title = Je kind heeft misschien een gesprek nodig over iets online
    .step =
        { $age ->
            [under6] Vraag zacht: “Heb je iets gezien dat raar voelde?”
            [under10] Vraag zacht: “Heb je iets gezien dat raar voelde?”
           *[under18] Vraag op een rustig moment: “Stuurt iemand je dingen die je niet wilt?”
        }

guardian-bullying = Je kind krijgt op dit moment misschien gemene berichten. Haal eerst rustig adem. Luister, bedank je kind voor het vertellen, geloof het. Antwoord niet in de plaats van je kind en pak de telefoon niet af: dan raakt het ook het contact met vrienden kwijt. Bewaar de berichten als bewijs.
    .title = Je kind heeft misschien hulp nodig bij pesten
    .step =
        { $age ->
            [under6] Vraag zacht: “Deed iemand niet lief tegen je?”
            [under10] Vraag zacht: “Deed iemand gemeen tegen je?”
           *[under18] Vraag hoe het met de anderen gaat, en spreek samen de volgende stap af.
        }

guardian-self_harm =
    { $age ->
        [under6] Je kind is misschien heel verdrietig of bang. Haal eerst rustig adem, en wees dan dichtbij. Luister zonder te verbeteren en bedank je kind voor het vertellen. Bel vandaag een hulplijn of de huisarts. Is je kind nu niet veilig, bel dan het alarmnummer.
        [under10] Je kind is misschien heel verdrietig of bang. Haal eerst rustig adem, en wees dan dichtbij. Luister zonder te verbeteren en bedank je kind voor het vertellen. Bel vandaag een hulplijn of de huisarts. Is je kind nu niet veilig, bel dan het alarmnummer.
       *[under18] Je kind heeft het misschien heel moeilijk. Haal eerst rustig adem, en wees dan dichtbij. Luister zonder te oordelen, bedank je kind voor het vertellen, geloof het. Bel vandaag een hulplijn of de huisarts. Is je kind nu niet veilig, bel dan het alarmnummer.
    }
    .title = Je kind heeft het misschien heel moeilijk
    .step =
        { $age ->
            [under6] Ga nu naar je kind, en blijf dichtbij.
            [under10] Ga nu naar je kind en zeg: “Ik ben er voor je. Je kunt me alles vertellen.”
           *[under18] Ga nu naar je kind en zeg: “Ik ben er voor je. Je hoeft dit niet alleen te dragen.”
        }

guardian-coercion = Misschien zet iemand je kind onder druk om zichzelf of anderen pijn te doen. Dat is niet de schuld van je kind. Haal eerst rustig adem. Blijf dichtbij, luister, bedank, geloof; geen straf. Bewaar de berichten, neem geen contact op met de persoon. Is er nu gevaar, bel dan het alarmnummer.
    .title = Je kind staat misschien onder druk
    .step =
        { $age ->
            [under6] Ga nu naar je kind, en blijf dichtbij.
            [under10] Ga nu naar je kind en zeg: “Niemand mag je hiertoe dwingen. Ik ben er voor je.”
           *[under18] Ga nu naar je kind en zeg: “Je hoeft het niet te doen. Ik sta aan jouw kant.”
        }

guardian-personal_info = Je kind wil misschien delen waar het woont, op school zit of te bereiken is. Vaak is dat onschuldig. Haal eerst rustig adem, luister, en bedank je kind voor het vertellen. Begin niet met straf. Heeft iemand aangedrongen? Bewaar de berichten en neem geen contact op met diegene.
    .title = Je kind heeft misschien hulp nodig bij privacy
    .step =
        { $age ->
            [under6] Spreek met je kind af: “Voordat we zeggen waar we wonen, vraag je het mij.”
            [under10] Spreek met je kind af: “Voordat je zegt waar we wonen, vraag je het mij.”
           *[under18] Praat over wie wat mag weten, en spreek het samen af.
        }

guardian-known_image = Er was een foto op het apparaat die op een lijst van schadelijke foto’s lijkt te staan. Hij kan ongevraagd gekomen zijn, en de vergelijking kan fout zijn. Haal eerst rustig adem. Luister, bedank, geloof; geen straf. Kopieer hem niet, stuur hem niet door, neem geen contact op met de afzender.
    .title = Je kind heeft misschien hulp nodig met een foto
    .step =
        { $age ->
            [under6] Wees er eerst voor je kind, en vraag daarna een meldpunt wat je kunt doen.
            [under10] Wees er eerst voor je kind, en vraag daarna een meldpunt wat je kunt doen.
           *[under18] Luister eerst naar je kind, en meld het daarna samen bij een meldpunt.
        }

guardian-sensitive_image = Er was een foto die misschien privé of intiem is; het programma kan het mis hebben. Haal eerst rustig adem. Luister, bedank, geloof. Begin niet met straf of met het afpakken van de telefoon. Stuur de foto niet door. Heeft iemand aangedrongen? Bewaar de berichten en neem geen contact op met diegene.
    .title = Je kind heeft misschien hulp nodig met een foto
    .step =
        { $age ->
            [under6] Vraag zacht: “Heb je een foto gezien die raar voelde?”
            [under10] Vraag zacht: “Voelde een foto of een vraag van iemand raar?”
           *[under18] Vraag op een rustig moment: “Zet iemand je onder druk om foto’s?”
        }

## Wat niet gecontroleerd kon worden, voor het kind

unchecked-message =
    { $age ->
        [under6] Dit bericht kon niet worden bekeken.
        [under10] Dit bericht kon niet worden gecontroleerd.
       *[under18] Dit bericht kon niet worden gecontroleerd. Dat betekent niet dat er iets mis mee is.
    }
    .step =
        { $age ->
            [under6] Vraag een volwassene om met je mee te kijken.
            [under10] Vraag het aan een volwassene als het raar voelt.
            [under13] Let goed op, en vraag het aan een volwassene die je vertrouwt als het raar voelt.
           *[under18] Let goed op, en vraag het aan iemand die je vertrouwt als het niet goed voelt.
        }

unchecked-image =
    { $age ->
        [under6] Deze foto kon niet worden bekeken.
        [under10] Deze foto kon niet worden gecontroleerd.
       *[under18] Deze foto kon niet worden gecontroleerd. Dat betekent niet dat er iets mis mee is.
    }
    .step =
        { $age ->
            [under6] Laat een volwassene eerst kijken.
            [under10] Laat een volwassene eerst kijken.
            [under13] Open hem alleen als je weet wat het is, of vraag een volwassene die je vertrouwt.
           *[under18] Open hem alleen als je weet wat het is.
        }

unchecked-stream =
    { $age ->
        [under6] Deze video kon niet worden bekeken.
        [under10] Deze video kon niet worden gecontroleerd.
       *[under18] Deze video kon niet worden gecontroleerd. Dat betekent niet dat er iets mis mee is.
    }
    .step =
        { $age ->
            [under6] Vraag een volwassene om met je mee te kijken.
            [under10] Vraag een volwassene om met je mee te kijken.
            [under13] Kijk alleen verder als het goed voelt, of vraag een volwassene die je vertrouwt.
           *[under18] Kijk alleen verder als het goed voelt. Je mag altijd weggaan.
        }

## Wat het kind over het programma zelf leest

monitoring-notice =
    { $age ->
        [under6] Een programma op dit apparaat kijkt naar berichten en foto’s, en het zegt misschien tegen een volwassene dat je hulp nodig hebt.
        [under10] Een programma op dit apparaat controleert berichten en foto’s; het zegt misschien tegen een volwassene dat je hulp nodig hebt, maar niet wat je schreef.
        [under13] Een programma op dit apparaat kijkt naar berichten en foto’s om je te waarschuwen voor trucs. Geen volwassene leest ze hierdoor mee. Een volwassene kan te weten komen dat je hulp nodig hebt en welke, maar niet wat er geschreven is en niet met wie.
       *[under18] Een programma controleert berichten en foto’s alleen op dit apparaat. Geen volwassene leest ze hierdoor mee, en niets waar het naar kijkt verlaat het apparaat. Een volwassene kan te weten komen dat je misschien hulp nodig hebt en welke, nooit de woorden en nooit met wie.
    }
    .title =
        { $age ->
            [under6] Een helper op dit apparaat
            [under10] Een helper op dit apparaat
            [under13] Een helper op dit apparaat
           *[under18] Wat er op dit apparaat wordt gecontroleerd
        }

digest-delay =
    { $age ->
        [under6] Over { $hours } uur hoort een volwassene dat je misschien hulp nodig hebt.
        [under10] Over { $hours } uur hoort een volwassene dat je misschien hulp nodig hebt, maar niet wat je schreef.
       *[under18] Over { $hours } uur hoort een volwassene dat je misschien hulp nodig hebt en welke, niet wat er geschreven is en niet met wie. Als je wilt, praat dan eerst zelf met diegene, of met iemand anders die je vertrouwt.
    }
    .step =
        { $age ->
            [under6] Vertel het nu aan een volwassene die voor je zorgt.
            [under10] Vertel het nu aan een volwassene die je vertrouwt.
           *[under18] Praat eerst zelf, bijvoorbeeld zo: “Er is online iets gebeurd. Mag ik het je vertellen?”
        }

## Het overzicht voor ouders

digest-title = Waar je kind je misschien nodig heeft
digest-none = Er kwam niets naar voren waarvoor je nodig bent. Vragen hoe het online gaat, is altijd een goed idee.
digest-private = Je ziet hier geen woorden en geen namen. De berichten van je kind blijven van je kind, zodat het makkelijk blijft om jou om hulp te vragen. Je ziet welk soort hulp misschien nodig is, en kunt die aanbieden.
digest-unchecked =
    { $count ->
        [one] { $count } bericht of foto kon niet worden gecontroleerd.
       *[other] { $count } berichten of foto’s konden niet worden gecontroleerd.
    }

urgency-calm = geen haast
urgency-soon = praat in de komende dagen
urgency-today = praat vandaag
urgency-now = ga nu naar je kind

frequency-once = één keer
frequency-several = een paar keer
frequency-often = vaak

trend-new = nieuw
trend-less = minder dan eerst
trend-same = ongeveer als eerst
trend-more = meer dan eerst

## Hulpdiensten

help-title = Wie kan helpen
help-free = gratis
help-unverified = Nummer nog niet bevestigd: kijk eerst op het webadres
help-verified = Bevestigd op { $date }
help-danger = Nu in gevaar? Bel het alarmnummer.
help-hours = Bereikbaar

audience-child = Hulp voor kinderen en jongeren
audience-offender_help = Hulp als je je zorgen maakt over je eigen gedachten of gedrag
audience-image_removal = Hulp om foto’s te laten verwijderen
audience-reporting_hotline = Schadelijke inhoud melden

## Als het programma het mis had

contest-offer = Dit is in orde
contest-thanks = Bedankt dat je het zegt. Programma’s maken fouten.
contest-reason-harmless = Het is onschuldig
contest-reason-known_person = Ik ken deze persoon
contest-reason-wrong_language = Mijn taal is verkeerd begrepen
contest-reason-other = Een andere reden
contest-limit =
    { $age ->
        [under6] Dit blijft zo, en een volwassene kan het samen met je bekijken.
        [under10] Dit blijft zo, en een volwassene die je vertrouwt kan het samen met je bekijken.
        [under13] Dit blijft voor nu zo. Klopt het volgens jou niet, laat het dan zien aan een volwassene die je vertrouwt.
       *[under18] Dit blijft voor nu zo. Klopt het volgens jou niet, praat er dan over met iemand die je vertrouwt.
    }

## Knoppen

uncover = Laten zien
cover = Afdekken
back = Terug
tell_adult =
    { $age ->
        [under6] Aan een volwassene vertellen
        [under10] Aan een volwassene vertellen
        [adult] Vertellen aan wie ik vertrouw
       *[under18] Aan een volwassene toevertrouwen
    }
send_anyway = Toch sturen
do_not_send = Niet sturen
