# Was Menschen lesen, deutsch; Quelle ist en.ftl. Wie man bearbeitet und prüft: README.md in diesem Ordner.
# Kinder und Jugendliche: du. Erwachsene und Eltern: Sie ([adult], guardian-*, digest-*). deterrence-* [unknown] spricht
# niemanden direkt an. Menschen ohne grammatisches Geschlecht: „Person“, „jemand“, „wer“, „Erwachsene“ in der Mehrzahl.

## Was gefunden wurde, für die Person, die einen Bericht ansieht
behavior-age_query = fragt nach dem Alter des Kindes
behavior-personal_info_query = fragt nach persönlichen Angaben
behavior-alone_query = fragt, ob das Kind allein ist oder ob jemand zusieht
behavior-secrecy = verlangt, etwas geheim zu halten
behavior-isolation = bringt das Kind gegen Familie oder Freundeskreis auf
behavior-flattery_maturity = schmeichelt mit Aussehen oder Reife
behavior-gift_offer = bietet Geschenke, Geld oder Gefälligkeiten an
behavior-platform_switch = will in eine andere App wechseln
behavior-meeting = will ein persönliches Treffen
behavior-photo_request = verlangt ein Bild oder die Kamera
behavior-reciprocity_pressure = sagt, das Kind sei etwas schuldig
behavior-romance_declaration = erklärt dem Kind die Liebe
behavior-guilt_manipulation = macht dem Kind ein schlechtes Gewissen
behavior-testing_boundaries = testet, wie weit das Kind geht
behavior-threat_sextortion = droht mit Veröffentlichung oder fordert Geld
behavior-coercion_selfharm = drängt das Kind, sich zu verletzen
behavior-personal_info_disclosure = das Kind gibt persönliche Angaben preis
behavior-refusal = das Kind sagt Nein
behavior-distress = das Kind hat Angst oder ist in Not

cue-unmistakable = etwas Unmissverständliches wurde gesagt
cue-persistence = macht weiter, obwohl das Kind Nein gesagt hat oder in Not war
cue-stage_mix = verschiedene Arten der Annäherung kommen zusammen
cue-clear_sign = mindestens ein klares Warnzeichen
cue-one_sided_questions = eine Seite fragt, die andere antwortet
cue-early_private_channel = früh ging es um Vertraulichkeit oder ein Bild
cue-tone = wie die letzten Nachrichten klingen
cue-night = schreibt nachts
cue-many_children = schreibt vielen Kindern
relation-unknown = die App weiß nicht, wer es ist
relation-stranger = eine fremde Person
relation-known = ein bekannter Kontakt
relation-family = aus der Familie
relation-school = aus der Schule des Kindes
stage-initial_contact = erster Kontakt
stage-trust_building = Vertrauen gewinnen
stage-isolation = Abschottung von anderen
stage-dependency_creation = Abhängigkeit schaffen
stage-sexual_introduction = Grenzen aufweichen
stage-maintenance = den Kontakt aufrechterhalten
stage-control = Kontrolle durch Drohung

category-grooming = ein Muster, das Missbrauch vorbereiten kann
category-sextortion = Erpressung
category-sexual_content = sexuelle Inhalte
category-bullying = Mobbing
category-self_harm = ein Kind in seelischer Not
category-coercion = Druck, Schaden anzurichten
category-personal_info = persönliche Angaben, kurz vor dem Senden
category-known_image = ein bekanntes Bild
category-sensitive_image = ein möglicherweise heikles Bild

action-allow = nichts zu tun
action-indicate = ein Zeichen zeigen und helfen
action-blur = verdecken
action-interrupt = anhalten und erst nachfragen
action-mute = nicht durchlassen

reason-conversation-pattern = das Gespräch als Ganzes

## Was das Kind liest, das etwas bekommt
# Reihenfolge: keine Schuld, ein sicherer Schritt, eine erwachsene Vertrauensperson. Das Hilfetelefon steht darunter.

notice-grooming =
    { $age ->
        [under6] Du hast nichts falsch gemacht, und eine erwachsene Person kann dir dabei helfen.
        [under10] Du bist nicht schuld: Manche Leute im Internet tun nur so, als wären sie nett.
        [under13] Du bist nicht schuld. Manche Leute spielen Freundschaft nur vor, damit du tust, was sie wollen. Bei echter Freundschaft darfst du Erwachsenen davon erzählen. Ein Geheimnis, das sich schlecht anfühlt, musst du nie für dich behalten.
        [under16] Du bist nicht schuld. Vielleicht will hier jemand dein Vertrauen, um etwas von dir zu bekommen. Du kannst jederzeit aufhören, auch nach einem Ja. Wechsle nicht in eine andere App und geh nicht allein zu einem Treffen: Wer dich wirklich mag, akzeptiert das.
        [adult] Wenn hier etwas nicht stimmt, ist es nicht Ihre Schuld. Der Chat zeigt Anzeichen, dass jemand Vertrauen aufbaut, um Kontrolle zu gewinnen: Geheimnisse, Druck, ein Ort zum Schreiben, den niemand sonst sieht. Es kann harmlos sein. Sie können jederzeit Nein sagen, auch nach einem Ja.
       *[under18] Wenn hier etwas nicht stimmt, ist es nicht deine Schuld. Der Chat zeigt Anzeichen, dass jemand Vertrauen aufbaut, um Kontrolle zu gewinnen: Geheimnisse, Druck, ein Ort zum Schreiben, den niemand sonst sieht. Es kann harmlos sein. Du kannst jederzeit Nein sagen, auch nach einem Ja.
    }
    .title =
        { $age ->
            [under6] Hol dir Hilfe
            [under10] Warte hier kurz
            [under13] Das könnte ein Trick sein
           *[under18] Dieser Chat ist vielleicht nicht, was er scheint
        }
    .step =
        { $age ->
            [under6] Zeig das einer erwachsenen Person, die für dich da ist.
            [under10] Zeig das einer erwachsenen Person, der du vertraust.
            [under13] Schreib erst mal nicht weiter und zeig das einer erwachsenen Person, der du vertraust.
            [under16] Frag eine erwachsene Person, der du vertraust: „Darf ich dir einen Chat zeigen, der sich komisch anfühlt?“
            [adult] Schreiben Sie erst einmal nicht weiter und fragen Sie eine Vertrauensperson, wie das auf sie wirkt.
           *[under18] Schreib erst mal nicht weiter und frag eine erwachsene Person, der du vertraust, wie das auf sie wirkt.
        }

notice-sextortion =
    { $age ->
        [under6] Da ist jemand gemein, und du bist nicht schuld daran.
        [under10] Da will dir jemand Angst machen, und du bist nicht schuld daran.
        [under13] Du bist nicht schuld. Manche Leute machen Kindern Angst, um Geld oder Bilder zu bekommen. Dieser Trick heißt Erpressung. Schick kein Geld und keine Bilder, auch wenn du es schon getan hast. Antworte nicht mehr und blockiere, aber lösche nichts.
        [under16] Du bist nicht schuld. Das sieht nach Erpressung aus. Das passiert vielen Jugendlichen, auch Jungen. Schick kein Geld und keine Bilder mehr, auch wenn du es schon getan hast. Antworte nicht mehr und blockiere, aber lösche nichts: Es ist ein Beweis. Da kommst du wieder raus.
        [adult] Es ist nicht Ihre Schuld. Das sieht nach Erpressung aus; das erleben viele, auch Männer, manche mit gefälschten Bildern. Senden Sie kein Geld und auch sonst nichts mehr, auch wenn Sie es schon getan haben. Nicht mehr antworten, blockieren, nichts löschen. Es gibt kostenlose Stellen, die helfen, Bilder entfernen zu lassen.
       *[under18] Du bist nicht schuld. Das sieht nach Erpressung aus; das erleben viele, auch Jungen, manche mit gefälschten Bildern. Schick kein Geld und auch sonst nichts mehr, auch wenn du es schon getan hast. Nicht mehr antworten, blockieren, nichts löschen. Es gibt kostenlose Stellen, die helfen, Bilder entfernen zu lassen.
    }
    .title =
        { $age ->
            [under6] Du hast nichts falsch gemacht
            [under10] Du hast nichts falsch gemacht
            [under13] Das ist ein Trick, und es gibt Hilfe für dich
           *[under18] Erpressung: Es gibt einen Ausweg
        }
    .step =
        { $age ->
            [under6] Zeig das einer erwachsenen Person, die für dich da ist.
            [under10] Antworte nicht, und zeig das einer erwachsenen Person, der du vertraust.
            [under13] Antworte nicht mehr und sag es jetzt einer erwachsenen Person, der du vertraust.
            [under16] Sag einer erwachsenen Person, der du vertraust: „Mich bedroht jemand im Internet. Bitte hilf mir.“
            [adult] Sprechen Sie heute mit einer Vertrauensperson oder einer Beratung. Sie müssen das nicht allein schaffen.
           *[under18] Sprich heute mit Erwachsenen, denen du vertraust, oder einem Hilfetelefon. Du musst das nicht allein schaffen.
        }

notice-sexual_content =
    { $age ->
        [under6] Du hast nichts falsch gemacht, und du musst dir das nicht ansehen.
        [under10] Das ist nichts für Kinder, und du kannst nichts dafür, dass es bei dir gelandet ist.
        [under13] Du kannst nichts dafür, dass das bei dir gelandet ist. Es ist nicht für dein Alter gedacht. Niemand darf dich drängen, es anzusehen, zu antworten oder selbst so etwas zu schicken.
        [under16] Du kannst nichts dafür, dass das bei dir gelandet ist. Es geht wohl um etwas Sexuelles. Du musst es nicht ansehen, nicht antworten und nichts zurückschicken, auch wenn du es schon einmal getan hast. Du kannst den Kontakt blockieren.
        [adult] Wenn Sie das nicht wollten, ist es nicht Ihre Schuld. Es geht wohl um etwas Sexuelles. Sie müssen es nicht ansehen, nicht antworten und nichts zurückschicken, egal was Sie vorher gesagt haben. Sie können das Konto blockieren und melden.
       *[under18] Wenn du das nicht wolltest, ist es nicht deine Schuld. Es geht wohl um etwas Sexuelles. Du musst es nicht ansehen, nicht antworten und nichts zurückschicken, egal was du vorher gesagt hast. Du kannst das Konto blockieren und melden.
    }
    .title =
        { $age ->
            [adult] Sie müssen sich das nicht ansehen
           *[under18] Du musst dir das nicht ansehen
        }
    .step =
        { $age ->
            [under6] Zeig das einer erwachsenen Person, die für dich da ist.
            [under10] Schau nicht mehr hin und sag es einer erwachsenen Person, der du vertraust.
            [under13] Lass es geschlossen und sag es einer erwachsenen Person, der du vertraust.
            [under16] Sag einer erwachsenen Person, der du vertraust: „Ich habe etwas bekommen, das sich nicht gut anfühlt.“
            [adult] Lassen Sie es geschlossen, wenn Sie es nicht wollen, und blockieren Sie den Kontakt.
           *[under18] Lass es geschlossen, wenn du es nicht willst, und blockiere den Kontakt.
        }

notice-bullying =
    { $age ->
        [under6] Das war gemein, und du bist nicht schuld daran.
        [under10] Da ist jemand gemein zu dir, und du bist nicht schuld daran.
        [under13] Du bist nicht schuld. Manche schreiben nur deshalb Gemeinheiten, weil sie eine Antwort wollen, und du musst keine geben. Heb die Nachricht auf: Sie zeigt, was passiert ist.
        [under16] Du bist nicht schuld, und so sollte niemand mit dir reden. Du musst nicht antworten. Heb es als Beweis auf, schalte dann stumm oder blockiere, und melde es in der App, wenn du magst.
        [adult] Es ist nicht Ihre Schuld, und so sollte niemand mit Ihnen reden. Sie müssen nicht antworten. Heben Sie es als Beweis auf, dann blockieren und melden Sie es in der App. Bei Drohungen gibt es auch außerhalb der App Hilfe.
       *[under18] Du bist nicht schuld, und so sollte niemand mit dir reden. Du musst nicht antworten. Heb es als Beweis auf, dann blockiere und melde es in der App. Bei Drohungen bekommst du auch außerhalb der App Hilfe.
    }
    .title =
        { $age ->
            [under6] Das war nicht nett
            [under10] Das war nicht nett
            [adult] So sollte niemand mit Ihnen reden
           *[under18] So sollte niemand mit dir reden
        }
    .step =
        { $age ->
            [under6] Zeig das einer erwachsenen Person, die für dich da ist.
            [under10] Antworte nicht, und zeig das einer erwachsenen Person, der du vertraust.
            [under13] Antworte nicht, heb es auf und zeig es einer erwachsenen Person, der du vertraust.
            [under16] Sag einer erwachsenen Person, der du vertraust: „Jemand macht mich online fertig. Können wir reden?“
            [adult] Antworten Sie nicht, heben Sie es auf, blockieren Sie, und sprechen Sie mit einer Vertrauensperson.
           *[under18] Antworte nicht, heb es auf, blockiere, und sprich mit einer Person, der du vertraust.
        }

# Das Kind ist in Not: Zuwendung, nie Schuld, nie ein Wort vom Sperren. Ab zehn zuerst das Hilfetelefon.
notice-self_harm =
    { $age ->
        [under6] Danke, dass du sagst, wie es dir geht: Du bist nicht allein.
        [under10] Danke, dass du sagst, wie es dir geht: Du bist nicht schuld, und du bist nicht allein.
        [under13] Danke, dass du sagst, wie es dir geht. Du bist nicht schuld, und du bist nicht allein. Beim Kinder- und Jugendtelefon hören Menschen jeden Tag von solchen Gefühlen. Wenn du gerade nicht sicher bist, wähl den Notruf.
        [under16] Danke, dass du das sagst. Du bist nicht schuld, und du bist nicht allein. Bei einem Hilfetelefon hört dir jemand zu, ohne zu urteilen, und mit Hilfe kann es besser werden. Wenn du gerade nicht sicher bist, wähl den Notruf.
        [adult] Danke, dass Sie das aussprechen. Es ist nicht Ihre Schuld, und Sie müssen es nicht allein tragen. Bei einem Hilfetelefon hört jemand zu, ohne zu urteilen; danach kann eine Vertrauensperson oder ärztliche Hilfe da sein. Wenn Sie gerade nicht sicher sind, wählen Sie den Notruf.
       *[under18] Danke, dass du das aussprichst. Du bist nicht schuld, und du musst es nicht allein tragen. Bei einem Hilfetelefon hört jemand zu, ohne zu urteilen; danach kann eine Vertrauensperson oder ärztliche Hilfe da sein. Wenn du gerade nicht sicher bist, wähl den Notruf.
    }
    .title =
        { $age ->
            [under6] Du bist nicht allein
            [under10] Du bist nicht allein
            [adult] Danke fürs Aussprechen. Sie sind nicht allein
           *[under18] Danke, dass du es sagst. Du bist nicht allein
        }
    .step =
        { $age ->
            [under6] Geh jetzt zu einer erwachsenen Person, die für dich da ist, und sag, wie es dir geht.
            [under10] Geh jetzt zu einer erwachsenen Person, der du vertraust, und sag, wie es dir geht.
            [under13] Ruf jetzt das Kinder- und Jugendtelefon an oder schreib dorthin. Sag es dann Erwachsenen, denen du vertraust.
            [under16] Melde dich jetzt bei einem Hilfetelefon. Sag dann Erwachsenen: „Mir geht es nicht gut. Bitte hör mir zu.“
            [adult] Wenden Sie sich jetzt an ein Hilfetelefon, danach an eine Vertrauensperson oder eine Arztpraxis.
           *[under18] Melde dich jetzt bei einem Hilfetelefon. Sag es dann Erwachsenen, denen du vertraust, oder in einer Arztpraxis.
        }

notice-coercion =
    { $age ->
        [under6] Niemand darf von dir verlangen, etwas zu tun, das wehtut, und du bist nicht schuld.
        [under10] Niemand darf von dir etwas verlangen, das wehtut, und du bist nicht schuld.
        [under13] Du bist nicht schuld. Niemand darf dich drängen, dir oder anderen wehzutun. Manche nennen es ein Spiel oder eine Mutprobe. Es ist ein Trick, und du kannst jederzeit aufhören.
        [under16] Du bist nicht schuld. Niemand darf dich drängen, dich oder andere zu verletzen, egal womit gedroht wird. Du kannst jetzt aufhören, auch wenn du vorher etwas getan hast. Wenn du gerade nicht sicher bist, wähl den Notruf.
        [adult] Es ist nicht Ihre Schuld. Andere dazu zu drängen, sich oder jemanden zu verletzen, ist eine Form von Gewalt, auch wenn es Spiel oder Mutprobe heißt. Sie können jederzeit aufhören, egal womit gedroht wird. Wenn Sie gerade nicht sicher sind, wählen Sie den Notruf.
       *[under18] Du bist nicht schuld. Andere dazu zu drängen, sich oder jemanden zu verletzen, ist eine Form von Gewalt, auch wenn es Spiel oder Mutprobe heißt. Du kannst jederzeit aufhören, egal womit gedroht wird. Wenn du gerade nicht sicher bist, wähl den Notruf.
    }
    .title =
        { $age ->
            [adult] Sie müssen das nicht tun
           *[under18] Du musst das nicht tun
        }
    .step =
        { $age ->
            [under6] Geh jetzt zu einer erwachsenen Person, die für dich da ist.
            [under10] Tu es nicht, und geh jetzt zu einer erwachsenen Person, der du vertraust.
            [under13] Antworte nicht mehr und geh jetzt zu einer erwachsenen Person, der du vertraust.
            [under16] Antworte nicht mehr und sag Erwachsenen: „Jemand setzt mich unter Druck. Ich brauche jetzt Hilfe.“
            [adult] Antworten Sie nicht mehr, heben Sie die Nachrichten auf, und sprechen Sie jetzt mit einer Vertrauensperson.
           *[under18] Antworte nicht mehr, heb die Nachrichten auf, und sag es jetzt einer erwachsenen Person, der du vertraust.
        }

notice-personal_info =
    { $age ->
        [under6] Wo du wohnst, dürfen nur Menschen wissen, die deine Familie gut kennt.
        [under10] Dein Zuhause, deine Schule und deine Nummer sind nur für Menschen, die deine Familie gut kennt.
        [under13] Das verrät, wer du bist oder wo man dich findet. Manche Leute im Internet sind nicht die, für die sie sich ausgeben. Du musst nicht antworten, und echte Freundschaft kann warten.
        [under16] Das kann verraten, wo man dich findet: Adresse, Schule, Nummer. Du musst es nicht sagen, und echte Freundschaft kann warten. Wenn dich jemand drängt, ist das ein guter Grund zu blockieren.
        [adult] Das kann zeigen, wer Sie sind oder wo man Sie findet: Adresse, Schule, Nummer, Konto. Sie sind das niemandem schuldig. Wenn jemand Sie drängt, ist das ein guter Grund zu blockieren.
       *[under18] Das kann zeigen, wer du bist oder wo man dich findet: Adresse, Schule, Nummer, Konto. Du bist das niemandem schuldig. Wenn dich jemand drängt, ist das ein guter Grund zu blockieren.
    }
    .title =
        { $age ->
            [under6] Warte kurz
            [under10] Warte kurz
            [adult] Einen Moment: Es geht um Sie
           *[under18] Warte kurz: Es geht um dich
        }
    .step =
        { $age ->
            [under6] Frag erst eine erwachsene Person, die für dich da ist.
            [under10] Frag erst eine erwachsene Person, der du vertraust.
            [under13] Warte, und frag eine erwachsene Person, der du vertraust, bevor du etwas verrätst.
            [adult] Überlegen Sie kurz: Kenne ich die Person im echten Leben, und braucht sie das wirklich?
           *[under18] Überleg kurz: Kenne ich die Person im echten Leben, und braucht sie das wirklich?
        }

notice-known_image =
    { $age ->
        [under6] Du hast nichts falsch gemacht, und du musst dir dieses Bild nicht ansehen.
        [under10] Dieses Bild kann jemandem wehtun, und du kannst nichts dafür, dass es bei dir gelandet ist.
        [under13] Du kannst nichts dafür, dass das bei dir gelandet ist. Das Bild steht wohl auf einer Liste von Bildern, die jemandem schaden. Du musst es nicht ansehen. Bitte behalte es nicht und schick es nicht weiter.
        [under16] Du kannst nichts dafür, dass das bei dir gelandet ist. Das Bild steht wohl auf einer Liste von Bildern, die niemand teilen soll, weil sie jemandem schaden. Bitte schick es nicht weiter. Wenn du darauf zu sehen bist, bekommst du Hilfe, damit es entfernt wird.
        [adult] Sie können nichts dafür, dass das bei Ihnen gelandet ist. Das Bild steht wohl auf einer Liste von Bildern, die der gezeigten Person schaden. Bitte senden Sie es nicht weiter; Sie können es melden. Wenn Sie selbst darauf zu sehen sind, helfen kostenlose Stellen, es entfernen zu lassen.
       *[under18] Du kannst nichts dafür, dass das bei dir gelandet ist. Das Bild steht wohl auf einer Liste von Bildern, die der gezeigten Person schaden. Bitte schick es nicht weiter; du kannst es melden. Wenn du selbst darauf zu sehen bist, helfen kostenlose Stellen, es entfernen zu lassen.
    }
    .title =
        { $age ->
            [under6] Du musst da nicht hinsehen
            [under10] Du musst da nicht hinsehen
           *[under18] Dieses Bild soll niemand weitergeben
        }
    .step =
        { $age ->
            [under6] Sag es jetzt einer erwachsenen Person, die für dich da ist.
            [under10] Schau nicht mehr hin und sag es einer erwachsenen Person, der du vertraust.
            [under13] Lass es geschlossen und sag einer erwachsenen Person, der du vertraust, dass es gekommen ist.
            [under16] Sag einer erwachsenen Person, der du vertraust: „Ich habe ein Bild bekommen, das nicht okay ist.“
            [adult] Senden Sie es nicht weiter. Melden Sie es, oder bitten Sie eine Vertrauensperson um Hilfe.
           *[under18] Schick es nicht weiter. Melde es, oder bitte eine erwachsene Person, der du vertraust, um Hilfe.
        }

notice-sensitive_image =
    { $age ->
        [under6] Du hast nichts falsch gemacht, und du musst dir dieses Bild nicht ansehen.
        [under10] Dieses Bild zeigt vielleicht etwas Privates, und du kannst nichts dafür, dass es bei dir gelandet ist.
        [under13] Du kannst nichts dafür, dass das bei dir gelandet ist. Das Bild zeigt vielleicht etwas Privates, zum Beispiel was sonst Badesachen verdecken. Du musst es nicht ansehen, und niemand darf so ein Bild von dir verlangen.
        [under16] Du kannst nichts dafür, dass das bei dir gelandet ist. Es ist vielleicht ein intimes Bild. Du musst es nicht ansehen, nicht antworten und keins zurückschicken, auch nach einem Ja. Wenn darauf jemand ist, den du kennst, schick es bitte nicht weiter.
        [adult] Sie können nichts dafür, dass das bei Ihnen gelandet ist. Es ist vielleicht ein intimes Bild; das Programm kann sich auch irren. Sie müssen es nicht ansehen, nicht antworten und keins zurückschicken, auch nach einem Ja. Wenn Sie es nicht wollen, können Sie blockieren und melden.
       *[under18] Du kannst nichts dafür, dass das bei dir gelandet ist. Es ist vielleicht ein intimes Bild; das Programm kann sich auch irren. Du musst es nicht ansehen, nicht antworten und keins zurückschicken, auch nach einem Ja. Wenn du es nicht willst, kannst du blockieren und melden.
    }
    .title =
        { $age ->
            [under6] Du musst da nicht hinsehen
            [under10] Du musst da nicht hinsehen
           *[under18] Dieses Bild ist vielleicht privat
        }
    .step =
        { $age ->
            [under6] Zeig das einer erwachsenen Person, die für dich da ist.
            [under10] Schau nicht mehr hin und sag es einer erwachsenen Person, der du vertraust.
            [under13] Lass es geschlossen und sag es einer erwachsenen Person, der du vertraust.
            [under16] Lass es geschlossen und sag einer erwachsenen Person: „Ich habe ein Bild bekommen, das ich nicht wollte.“
            [adult] Lassen Sie es geschlossen, wenn Sie es nicht wollen, und blockieren Sie den Kontakt.
           *[under18] Lass es geschlossen, wenn du es nicht willst, und blockiere den Kontakt.
        }

## Was das Kind liest, das gerade etwas senden will
# Eine Pause, kein Verbot: Die Wahl bleibt beim Kind.

sending-personal_info =
    { $age ->
        [under6] Da geht es um dich oder dein Zuhause, also frag erst eine erwachsene Person.
        [under10] Das verrät vielleicht, wo du wohnst oder zur Schule gehst, also frag erst eine erwachsene Person.
        [under13] Das verrät vielleicht, wer du bist oder wo man dich findet. Manche Leute im Internet sind nicht die, für die sie sich ausgeben. Du kannst es immer noch lassen, und bei echter Freundschaft ist das in Ordnung.
        [under16] Das kann verraten, wo man dich findet: Adresse, Schule, Nummer. Kennst du die Person im echten Leben, und braucht sie das? Wenn dich jemand drängt, darfst du Nein sagen, auch nach einem Ja. Du entscheidest.
        [adult] Das sieht nach einer Adresse, einer Schule, einer Nummer oder einer anderen Angabe über Sie aus. Überlegen Sie, wer sie bekommt und wofür. Niemand braucht so etwas als Vertrauensbeweis. Sie entscheiden.
       *[under18] Das sieht nach einer Adresse, einer Schule, einer Nummer oder einer anderen Angabe über dich aus. Überleg, wer sie bekommt und wofür. Niemand braucht so etwas als Vertrauensbeweis. Du entscheidest.
    }
    .title =
        { $age ->
            [under6] Warte kurz
            [under10] Warte kurz
           *[under18] Kurze Pause vor dem Senden
        }
    .step =
        { $age ->
            [under6] Frag erst eine erwachsene Person, die für dich da ist.
            [under10] Frag erst eine erwachsene Person, der du vertraust.
            [under13] Frag eine erwachsene Person, der du vertraust, bevor du es sendest.
            [adult] Nehmen Sie heraus, was niemand wissen muss, oder senden Sie es nicht.
           *[under18] Nimm heraus, was niemand wissen muss, oder sende es nicht.
        }

sending-sensitive_image =
    { $age ->
        [under6] Dieses Bild ist vielleicht privat, also frag erst eine erwachsene Person.
        [under10] Dieses Bild zeigt vielleicht etwas Privates, und du musst es niemandem schicken.
        [under13] Du musst dieses Bild nicht schicken. Würden Badesachen verdecken, was man sieht? Drängt dich jemand? Wäre es für deine Familie in Ordnung? Wenn dir bei einer Antwort mulmig wird, hör hier auf. Wenn jemand danach fragt, kannst du nichts dafür.
        [under16] Niemand muss so ein Bild schicken, auch nicht aus Liebe und nicht nach einem Ja. Drängt dich jemand? Wäre es okay für dich, wenn andere es sehen? Wenn jemand anderes darauf ist, ist es nicht deine Sache, es zu teilen. Du entscheidest.
        [adult] Es ist vielleicht ein intimes Bild. Sie sind es niemandem schuldig, und aus einem Ja kann ein Nein werden. Drängt Sie jemand? Wäre es in Ordnung für Sie, wenn andere es sehen? Wenn jemand anderes darauf ist, ist es nicht Ihre Sache, es zu teilen. Sie entscheiden.
       *[under18] Es ist vielleicht ein intimes Bild. Du bist es niemandem schuldig, und aus einem Ja kann ein Nein werden. Drängt dich jemand? Wäre es okay für dich, wenn andere es sehen? Wenn jemand anderes darauf ist, ist es nicht deine Sache, es zu teilen. Du entscheidest.
    }
    .title =
        { $age ->
            [under6] Warte kurz
            [under10] Warte kurz
           *[under18] Kurze Pause vor dem Senden
        }
    .step =
        { $age ->
            [under6] Frag erst eine erwachsene Person, die für dich da ist.
            [under10] Warte, und sag es einer erwachsenen Person, der du vertraust, wenn jemand das Bild will.
            [under13] Hör hier auf, und sag es einer erwachsenen Person, der du vertraust, wenn jemand das Bild verlangt.
            [under16] Wenn dich jemand drängt, sag: „So etwas schicke ich nicht.“ Einen Grund brauchst du nicht.
            [adult] Wenn Sie nicht sicher sind, senden Sie es nicht. Ein „Nein“ braucht keinen Grund.
           *[under18] Wenn du nicht sicher bist, sende es nicht. Ein „Nein“ braucht keinen Grund.
        }

sending-known_image =
    { $age ->
        [under6] Dieses Bild kann jemandem wehtun, also frag bitte erst eine erwachsene Person.
        [under10] Dieses Bild kann jemandem wehtun, und eine erwachsene Person kann dir helfen.
        [under13] Vielleicht wusstest du es nicht: Das Bild steht wohl auf einer Liste von Bildern, die jemandem schaden. Es weiterzuschicken kann noch einmal wehtun. Wenn jemand das von dir will, bist du nicht schuld.
        [under16] Vielleicht wusstest du es nicht: Das Bild steht wohl auf einer Liste von Bildern, die jemandem schaden. Es weiterzuschicken kann noch einmal verletzen. Wenn dich jemand drängt, bist du nicht schuld. Wenn du darauf zu sehen bist, bekommst du Hilfe, damit es entfernt wird.
        [adult] Vielleicht wussten Sie es nicht: Das Bild steht wohl auf einer Liste von Bildern, die der gezeigten Person schaden. Es weiterzusenden kann sie noch einmal verletzen. Wenn Sie selbst darauf zu sehen sind, ist es nicht Ihre Schuld, und kostenlose Stellen helfen, es entfernen zu lassen.
       *[under18] Vielleicht wusstest du es nicht: Das Bild steht wohl auf einer Liste von Bildern, die der gezeigten Person schaden. Es weiterzuschicken kann sie noch einmal verletzen. Wenn du selbst darauf zu sehen bist, bist du nicht schuld, und kostenlose Stellen helfen, es entfernen zu lassen.
    }
    .title =
        { $age ->
            [under6] Warte kurz
            [under10] Warte kurz
           *[under18] Kurze Pause vor dem Senden
        }
    .step =
        { $age ->
            [under6] Frag erst eine erwachsene Person, die für dich da ist.
            [under10] Schick es nicht ab und sag es einer erwachsenen Person, der du vertraust.
            [under13] Schick es nicht weiter. Erzähl einer erwachsenen Person, der du vertraust, woher es kommt.
            [under16] Sende es nicht, und sag einer erwachsenen Person: „Ich habe ein Bild, das nicht okay ist.“
            [adult] Senden Sie es nicht, und fragen Sie eine Vertrauensperson oder eine Beratung, was zu tun ist.
           *[under18] Sende es nicht. Frag Erwachsene, denen du vertraust, oder ein Hilfetelefon, was zu tun ist.
        }

sending-sexual_content =
    { $age ->
        [under6] Lass dir bei dieser Nachricht von einer erwachsenen Person helfen.
        [under10] In dieser Nachricht geht es vielleicht um etwas Privates, also frag erst eine erwachsene Person.
        [under13] Da geht es wohl um etwas sehr Privates. Will jemand, dass du so schreibst? Du musst das nicht, und wenn jemand es verlangt, bist du nicht schuld.
        [under16] Das klingt vielleicht sexuell. Willst du das, oder will es jemand von dir? Wer dich wirklich mag, drängt dich nicht. Du kannst jederzeit aufhören, auch nach einem Ja. Du entscheidest.
        [adult] Das klingt vielleicht sexuell. Wollen Sie das, wissen Sie, wer es bekommt, und ist es dort willkommen? Wenn jemand Sie dazu drängt, ist es nicht Ihre Schuld. Sie können jederzeit aufhören, auch nach einem Ja. Sie entscheiden.
       *[under18] Das klingt vielleicht sexuell. Willst du das, weißt du, wer es bekommt, und ist es dort willkommen? Wenn dich jemand dazu drängt, bist du nicht schuld. Du kannst jederzeit aufhören, auch nach einem Ja. Du entscheidest.
    }
    .title =
        { $age ->
            [under6] Warte kurz
            [under10] Warte kurz
           *[under18] Kurze Pause vor dem Senden
        }
    .step =
        { $age ->
            [under6] Zeig das einer erwachsenen Person, die für dich da ist.
            [under10] Zeig das einer erwachsenen Person, der du vertraust.
            [under13] Hör hier auf, und sag es einer erwachsenen Person, der du vertraust, wenn jemand das von dir will.
            [adult] Nehmen Sie sich einen Moment. Bei Druck oder Zweifel senden Sie es besser nicht.
           *[under18] Nimm dir einen Moment. Wenn du Druck spürst oder zweifelst, sende es nicht.
        }

sending-bullying =
    { $age ->
        [under6] Diese Worte können jemanden traurig machen.
        [under10] Diese Worte können jemanden traurig machen, auch wenn du es nicht so meinst.
        [under13] Du darfst wütend sein, aber solche Worte können richtig wehtun. Du könntest stattdessen sagen, was dich stört: „Das fand ich nicht gut.“
        [under16] Du darfst wütend sein oder Spaß machen, aber am Bildschirm hört niemand, wie du es meinst, und das hier kann richtig wehtun. Sag, was dich stört, oder warte, bis du ruhiger bist. Wenn zuerst jemand gemein zu dir war: Du kannst blockieren und dir Hilfe holen. Du entscheidest.
        [adult] Das kann mehr verletzen, als Sie wollen: Am Bildschirm hört niemand Ihren Ton. Sie könnten sagen, was Sie stört, oder später mit mehr Ruhe antworten. Wenn Sie zuerst verletzt wurden: Sie können blockieren und sich Hilfe holen. Sie entscheiden.
       *[under18] Das kann mehr verletzen, als du willst: Am Bildschirm hört niemand deinen Ton. Du könntest sagen, was dich stört, oder später mit mehr Ruhe antworten. Wenn zuerst jemand gemein zu dir war: Du kannst blockieren und dir Hilfe holen. Du entscheidest.
    }
    .title =
        { $age ->
            [under6] Warte kurz
            [under10] Warte kurz
           *[under18] Kurze Pause vor dem Senden
        }
    .step =
        { $age ->
            [under6] Sag es mit lieben Worten.
            [under10] Versuch, es netter zu sagen.
            [under13] Atme einmal durch, und versuch, es freundlicher zu sagen.
            [adult] Atmen Sie einmal durch, und schreiben Sie dann, was bei der anderen Person ankommen soll.
           *[under18] Atme einmal durch, und schreib dann, was bei der anderen Person ankommen soll.
        }

# Sich jemandem mitzuteilen ist gut: nie zurückhalten.
sending-self_harm =
    { $age ->
        [under6] Es ist gut, dass du sagst, wie es dir geht: Du bist nicht allein.
        [under10] Es ist gut, dass du sagst, wie es dir geht: Du bist nicht schuld, und du bist nicht allein.
        [under13] Es ist gut, dass du sagst, wie es dir geht. Du bist nicht schuld, und du bist nicht allein. Beim Kinder- und Jugendtelefon hören Menschen jeden Tag von solchen Gefühlen. Wenn du gerade nicht sicher bist, wähl den Notruf.
        [under16] Es ist gut, das jemandem zu sagen, und du bist nicht schuld. Du kannst das senden. Auch bei einem Hilfetelefon hört dir jemand zu, ohne zu urteilen. Wenn du gerade nicht sicher bist, wähl den Notruf.
        [adult] Es ist gut, das jemandem zu sagen, und es ist nicht Ihre Schuld. Sie können das senden. Auch bei einem Hilfetelefon hört jemand zu, ohne zu urteilen, und ärztliche Hilfe gibt es ebenfalls. Wenn Sie gerade nicht sicher sind, wählen Sie den Notruf.
       *[under18] Es ist gut, das jemandem zu sagen, und du bist nicht schuld. Du kannst das senden. Auch bei einem Hilfetelefon hört jemand zu, ohne zu urteilen, und ärztliche Hilfe gibt es ebenfalls. Wenn du gerade nicht sicher bist, wähl den Notruf.
    }
    .title =
        { $age ->
            [adult] Sie sind nicht allein
           *[under18] Du bist nicht allein
        }
    .step =
        { $age ->
            [under6] Geh jetzt zu einer erwachsenen Person, die für dich da ist, und sag, wie es dir geht.
            [under10] Geh jetzt zu einer erwachsenen Person, der du vertraust, und sag, wie es dir geht.
            [under13] Ruf jetzt das Kinder- und Jugendtelefon an oder schreib dorthin. Sag es dann Erwachsenen, denen du vertraust.
            [under16] Melde dich jetzt bei einem Hilfetelefon. Sag dann Erwachsenen: „Mir geht es nicht gut. Bitte hör mir zu.“
            [adult] Wenden Sie sich jetzt an ein Hilfetelefon, danach an eine Vertrauensperson oder eine Arztpraxis.
           *[under18] Melde dich jetzt bei einem Hilfetelefon. Sag es dann Erwachsenen, denen du vertraust, oder in einer Arztpraxis.
        }

## Was die Person liest, deren eigene Nachricht auffiel
# Der Vorgabezweig spricht zu Jugendlichen: kein Gesetz, mit jemandem reden. Kein Etikett, keine Drohung.

deterrence-grooming =
    { $age ->
        [adult] Von einem Kind Geheimhaltung, private Bilder oder ein Treffen zu verlangen kann eine Straftat sein und schadet dem Kind, auch wenn es einverstanden scheint. Sie können jetzt aufhören. Es gibt kostenlose, anonyme Hilfe beim Aufhören, bevor und nachdem etwas passiert ist.
        [unknown] Von einer Person unter 18 Geheimhaltung, private Bilder oder ein Treffen zu verlangen kann gegen das Gesetz verstoßen und schadet ihr, auch wenn sie einverstanden scheint. Hier aufzuhören ist möglich. Es gibt kostenlose, anonyme Hilfe beim Aufhören.
        [under6] Mit dieser Nachricht kann sich jemand schlecht fühlen.
        [under10] Diese Nachricht kann jemandem Angst machen, und eine erwachsene Person kann dir helfen.
       *[under18] Wer zu Geheimnissen, Bildern oder einem Treffen gedrängt wird, kann darunter leiden, auch nach einem Ja. Lass der anderen Person Zeit und Raum für ein Nein. Wenn du unsicher bist oder jemand dich dazu bringt, bekommst du Hilfe.
    }
    .title =
        { $age ->
            [adult] Bitte hier aufhören: Das kann einem Kind schaden
            [unknown] Kurze Pause: Das kann Schaden anrichten
           *[under18] Warte kurz
        }
    .step =
        { $age ->
            [adult] Senden Sie nichts mehr, und wenden Sie sich an eine kostenlose, anonyme Beratung.
            [unknown] Nichts mehr senden, und ansehen, welche Hilfe es gibt.
            [under6] Zeig das einer erwachsenen Person, die für dich da ist.
            [under10] Zeig das einer erwachsenen Person, der du vertraust.
           *[under18] Hör hier auf, und sprich mit einer Person, der du vertraust.
        }

deterrence-sextortion =
    { $age ->
        [adult] Jemandem mit Bildern zu drohen ist in den meisten Ländern eine Straftat und richtet schweren Schaden an, vor allem bei einem Kind. Sie können jetzt aufhören, was auch immer bisher geschehen ist. Es gibt kostenlose, anonyme Hilfe beim Aufhören.
        [unknown] Jemandem mit Bildern zu drohen ist in den meisten Ländern verboten und richtet schweren Schaden an, vor allem bei Menschen unter 18. Jetzt aufzuhören ist möglich. Es gibt kostenlose, anonyme Hilfe beim Aufhören.
        [under6] Diese Nachricht kann jemandem Angst machen.
        [under10] Diese Nachricht kann jemandem Angst machen, und eine erwachsene Person kann dir helfen.
       *[under18] So eine Drohung kann große Angst machen, und es hilft wirklich, wenn du jetzt aufhörst. Wenn jemand dich dazu bringt oder du nicht mehr weißt, wie du da herauskommst, bekommst auch du Hilfe.
    }
    .title =
        { $age ->
            [adult] Bitte hier aufhören: Das schadet sehr
            [unknown] Bitte hier aufhören: Das schadet sehr
           *[under18] Warte kurz
        }
    .step =
        { $age ->
            [adult] Senden Sie nichts mehr, und wenden Sie sich an eine kostenlose, anonyme Beratung.
            [unknown] Nichts mehr senden, und ansehen, welche Hilfe es gibt.
            [under6] Zeig das einer erwachsenen Person, die für dich da ist.
            [under10] Zeig das einer erwachsenen Person, der du vertraust.
           *[under18] Hör hier auf, und sprich mit Erwachsenen, denen du vertraust, oder mit einem Hilfetelefon.
        }

deterrence-coercion =
    { $age ->
        [adult] Jemanden dazu zu drängen, sich zu verletzen, kann eine Straftat sein und ein Kind in Gefahr bringen. Sie können jetzt aufhören, was auch immer bisher geschehen ist. Es gibt kostenlose, anonyme Hilfe beim Aufhören.
        [unknown] Jemanden dazu zu drängen, sich zu verletzen, kann gegen das Gesetz verstoßen und ein Kind in Gefahr bringen. Jetzt aufzuhören ist möglich. Es gibt kostenlose, anonyme Hilfe beim Aufhören.
        [under6] Durch diese Nachricht kann sich jemand wehtun.
        [under10] Durch diese Nachricht kann sich jemand wehtun, und eine erwachsene Person kann dir helfen.
       *[under18] Solche Worte können jemanden in Gefahr bringen, auch als Scherz oder Mutprobe, und es hilft wirklich, wenn du jetzt aufhörst. Wenn du dir Sorgen um die andere Person machst oder jemand dich dazu bringt, bekommst du Hilfe.
    }
    .title =
        { $age ->
            [adult] Bitte hier aufhören: Jemand könnte verletzt werden
            [unknown] Bitte hier aufhören: Jemand könnte verletzt werden
           *[under18] Warte kurz
        }
    .step =
        { $age ->
            [adult] Senden Sie nichts mehr, und wenden Sie sich an eine kostenlose, anonyme Beratung.
            [unknown] Nichts mehr senden, und ansehen, welche Hilfe es gibt.
            [under6] Zeig das einer erwachsenen Person, die für dich da ist.
            [under10] Zeig das einer erwachsenen Person, der du vertraust.
           *[under18] Hör hier auf, und sprich mit Erwachsenen, denen du vertraust, oder mit einem Hilfetelefon.
        }

deterrence-sexual_content =
    { $age ->
        [adult] Einem Kind sexuelle Nachrichten zu senden ist in den meisten Ländern verboten und schadet dem Kind, auch wenn es antwortet. Sie können jetzt aufhören. Es gibt kostenlose, anonyme Hilfe beim Aufhören, bevor und nachdem etwas passiert ist.
        [unknown] Einer Person unter 18 sexuelle Nachrichten zu senden kann gegen das Gesetz verstoßen und schadet ihr, auch wenn sie antwortet. Hier aufzuhören ist möglich. Es gibt kostenlose, anonyme Hilfe beim Aufhören.
        [under6] Mit dieser Nachricht kann sich jemand schlecht fühlen.
        [under10] Mit dieser Nachricht kann sich jemand schlecht fühlen, und eine erwachsene Person kann dir helfen.
       *[under18] Nicht alle wollen so eine Nachricht bekommen, und sie kann sich wie Druck anfühlen. Frag dich, ob sie willkommen ist, und lass Raum für ein Nein. Wenn du unsicher bist, hilft es, darüber zu reden.
    }
    .title =
        { $age ->
            [adult] Bitte hier aufhören: Das kann einem Kind schaden
            [unknown] Kurze Pause: Das kann Schaden anrichten
           *[under18] Warte kurz
        }
    .step =
        { $age ->
            [adult] Senden Sie nichts mehr, und wenden Sie sich an eine kostenlose, anonyme Beratung.
            [unknown] Nichts mehr senden, und ansehen, welche Hilfe es gibt.
            [under6] Zeig das einer erwachsenen Person, die für dich da ist.
            [under10] Zeig das einer erwachsenen Person, der du vertraust.
           *[under18] Hör hier auf, und sprich mit einer Person, der du vertraust.
        }

deterrence-bullying =
    { $age ->
        [adult] Ein Kind zu bedrohen oder zu belästigen kann verboten sein, und es schadet dem Kind. Sie können jetzt aufhören und später mit mehr Ruhe darauf zurückkommen. Wenn das schwerfällt, gibt es kostenlose, anonyme Hilfe.
        [unknown] Drohungen und Belästigung können gegen das Gesetz verstoßen und schaden, vor allem Menschen unter 18. Hier aufzuhören ist möglich. Wenn das schwerfällt, gibt es kostenlose, anonyme Hilfe.
        [under6] Diese Worte können jemanden traurig machen.
        [under10] Diese Worte können jemanden traurig machen, auch wenn du es nicht so meinst.
       *[under18] Solche Worte können richtig wehtun, auch im Spaß. Du darfst wütend sein: Du kannst sagen, was dich stört, ohne zu verletzen. Wenn zwischen euch etwas nicht stimmt, hilft es, mit jemandem zu reden.
    }
    .title =
        { $age ->
            [adult] Kurze Pause: Das kann jemanden verletzen
            [unknown] Kurze Pause: Das kann jemanden verletzen
           *[under18] Warte kurz
        }
    .step =
        { $age ->
            [adult] Hören Sie hier auf, und lassen Sie sich Zeit, bevor Sie wieder schreiben.
            [unknown] Hier aufhören, und erst nach einer Pause wieder schreiben.
            [under6] Sag es mit lieben Worten.
            [under10] Versuch, es netter zu sagen.
           *[under18] Atme einmal durch, und sag es anders oder gar nicht.
        }

deterrence-sensitive_image =
    { $age ->
        [adult] Dieses Bild ist vielleicht sexuell. Einem Kind ein solches Bild zu senden oder eines zu senden, das ein Kind zeigt, ist in den meisten Ländern verboten und schadet dem Kind. Sie können jetzt aufhören. Es gibt kostenlose, anonyme Hilfe beim Aufhören.
        [unknown] Dieses Bild ist vielleicht sexuell. Einer Person unter 18 ein solches Bild zu senden oder eines zu senden, das sie zeigt, kann gegen das Gesetz verstoßen und schadet ihr. Hier aufzuhören ist möglich. Es gibt kostenlose, anonyme Hilfe beim Aufhören.
        [under6] Dieses Bild ist vielleicht privat.
        [under10] Dieses Bild ist vielleicht privat, und eine erwachsene Person kann dir helfen.
       *[under18] Das ist vielleicht ein intimes Bild. Nicht alle wollen so eines bekommen, und wenn jemand anderes darauf ist, ist es nicht deine Sache, es zu teilen. Wenn dich jemand drängt, es zu senden, bist du nicht schuld.
    }
    .title =
        { $age ->
            [adult] Bitte hier aufhören: Das kann einem Kind schaden
            [unknown] Kurze Pause: Das kann Schaden anrichten
           *[under18] Warte kurz
        }
    .step =
        { $age ->
            [adult] Senden Sie nichts mehr, und wenden Sie sich an eine kostenlose, anonyme Beratung.
            [unknown] Nichts mehr senden, und ansehen, welche Hilfe es gibt.
            [under6] Zeig das einer erwachsenen Person, die für dich da ist.
            [under10] Zeig das einer erwachsenen Person, der du vertraust.
           *[under18] Hör hier auf, und sprich mit einer Person, der du vertraust.
        }

deterrence-known_image =
    { $age ->
        [adult] Dieses Bild steht wohl auf einer Liste bekannter schädlicher Bilder. Sexuelle Bilder von Kindern zu besitzen oder zu teilen ist in den meisten Ländern verboten, und jedes Teilen schadet einem echten Kind erneut. Es gibt kostenlose, anonyme Hilfe beim Aufhören.
        [unknown] Dieses Bild steht wohl auf einer Liste bekannter schädlicher Bilder. Solche Bilder zu teilen kann gegen das Gesetz verstoßen, und wenn sie ein Kind zeigen, schadet jedes Teilen diesem Kind erneut. Es gibt kostenlose, anonyme Hilfe beim Aufhören.
        [under6] Dieses Bild kann jemandem wehtun.
        [under10] Dieses Bild kann jemandem wehtun, und eine erwachsene Person kann dir helfen.
       *[under18] Vielleicht wusstest du es nicht: Das Bild steht wohl auf einer Liste von Bildern, die jemandem schaden. Es weiterzuschicken kann noch einmal verletzen. Wenn es dir Sorgen macht oder jemand dich dazu bringt, bekommst du Hilfe.
    }
    .title =
        { $age ->
            [adult] Bitte hier aufhören: Das kann einem Kind schaden
            [unknown] Bitte hier aufhören: Das kann Schaden anrichten
           *[under18] Warte kurz
        }
    .step =
        { $age ->
            [adult] Senden Sie nichts mehr, und wenden Sie sich an eine kostenlose, anonyme Beratung.
            [unknown] Nichts mehr senden, und ansehen, welche Hilfe es gibt.
            [under6] Sag es jetzt einer erwachsenen Person, die für dich da ist.
            [under10] Sag es jetzt einer erwachsenen Person, der du vertraust.
           *[under18] Hör hier auf, und sprich mit Erwachsenen, denen du vertraust, oder mit einem Hilfetelefon.
        }

## Was die Eltern lesen; $age ist das Alter des Kindes
# Welche Art von Hilfe, nie ein Wort, nie ein Name. Durchatmen, zuhören, danken, glauben.

guardian-grooming = Vielleicht gewinnt jemand das Vertrauen Ihres Kindes, um es auszunutzen; es kann harmlos sein. Atmen Sie erst durch. Hören Sie zu, danken Sie fürs Erzählen, glauben Sie Ihrem Kind. Beginnen Sie nicht mit Strafe oder Handyentzug. Heben Sie die Nachrichten auf; nehmen Sie keinen Kontakt zu der Person auf.
    .title = Ihr Kind braucht vielleicht Hilfe mit einem Kontakt
    .step =
        { $age ->
            [under6] Setzen Sie sich zu Ihrem Kind und fragen Sie: „Wer redet da mit dir?“
            [under10] Setzen Sie sich zusammen und fragen Sie: „Mit wem redest du da, und wie fühlt sich das an?“
            [under13] Fragen Sie in Ruhe: „Wollte im Internet schon mal jemand, dass du etwas geheim hältst?“
           *[under18] Fragen Sie in Ruhe, wie Sie helfen können, und vereinbaren Sie zusammen den nächsten Schritt.
        }

guardian-sextortion = Ihr Kind wird vielleicht erpresst, womöglich mit Bildern. Es ist nicht schuld. Atmen Sie erst durch. Zuhören, danken, glauben; keine Strafe. Zahlen Sie nicht, nehmen Sie keinen Kontakt zu der Person auf, leiten Sie keine Bilder weiter. Heben Sie die Beweise auf und melden Sie es gemeinsam.
    .title = Ihr Kind braucht vielleicht Hilfe gegen Erpressung
    .step =
        { $age ->
            [under6] Gehen Sie jetzt zu Ihrem Kind und sagen Sie: „Du hast nichts falsch gemacht. Ich helfe dir.“
            [under10] Gehen Sie jetzt zu Ihrem Kind und sagen Sie: „Du hast nichts falsch gemacht. Ich helfe dir.“
           *[under18] Gehen Sie jetzt zu Ihrem Kind und sagen Sie: „Du bist nicht schuld. Wir lösen das zusammen.“
        }

guardian-sexual_content =
    { $age ->
        [under6] Auf dem Gerät war vielleicht etwas zu sehen, das nichts für Kinder ist. Atmen Sie erst durch: Ihr Kind hat nichts falsch gemacht. Bleiben Sie ruhig und nah, hören Sie zu, und danken Sie ihm fürs Erzählen. Strafen Sie nicht, und leiten Sie nichts weiter.
        [under10] Auf dem Gerät war vielleicht etwas zu sehen, das nichts für Kinder ist. Atmen Sie erst durch: Ihr Kind hat nichts falsch gemacht. Bleiben Sie ruhig und nah, hören Sie zu, und danken Sie ihm fürs Erzählen. Strafen Sie nicht, und leiten Sie nichts weiter.
       *[under18] Vielleicht gab es sexuelle Nachrichten oder Inhalte; womöglich wollte Ihr Kind sie nicht. Atmen Sie erst durch. Zuhören, danken, glauben. Beginnen Sie nicht mit Strafe oder Handyentzug. Wenn jemand Druck gemacht hat, heben Sie die Nachrichten auf; nehmen Sie keinen Kontakt auf.
    }
    .title = Ihr Kind braucht vielleicht ein Gespräch über Inhalte
    .step =
        { $age ->
            [under6] Fragen Sie behutsam: „Hast du etwas gesehen, das sich komisch angefühlt hat?“
            [under10] Fragen Sie behutsam: „Hast du etwas gesehen, das sich komisch angefühlt hat?“
           *[under18] Fragen Sie in einem ruhigen Moment: „Schickt dir jemand Sachen, die du nicht willst?“
        }

guardian-bullying = Ihr Kind bekommt zurzeit vielleicht verletzende Nachrichten. Atmen Sie erst durch. Hören Sie zu, danken Sie fürs Erzählen, glauben Sie Ihrem Kind. Antworten Sie nicht an seiner Stelle, und nehmen Sie ihm nicht das Handy: Das würde es auch von Freundschaften abschneiden. Heben Sie die Nachrichten als Beweis auf.
    .title = Ihr Kind braucht vielleicht Hilfe gegen Mobbing
    .step =
        { $age ->
            [under6] Fragen Sie behutsam: „War jemand gemein zu dir?“
            [under10] Fragen Sie behutsam: „War jemand gemein zu dir?“
           *[under18] Fragen Sie, wie es mit den anderen läuft, und vereinbaren Sie zusammen den nächsten Schritt.
        }

guardian-self_harm =
    { $age ->
        [under6] Ihr Kind ist vielleicht sehr traurig oder hat Angst. Atmen Sie erst durch, dann seien Sie ihm nah. Hören Sie zu, ohne zu verbessern, und danken Sie ihm fürs Erzählen. Rufen Sie heute ein Hilfetelefon oder eine Arztpraxis an. Wenn Ihr Kind gerade nicht sicher ist, wählen Sie den Notruf.
        [under10] Ihr Kind ist vielleicht sehr traurig oder hat Angst. Atmen Sie erst durch, dann seien Sie ihm nah. Hören Sie zu, ohne zu verbessern, und danken Sie ihm fürs Erzählen. Rufen Sie heute ein Hilfetelefon oder eine Arztpraxis an. Wenn Ihr Kind gerade nicht sicher ist, wählen Sie den Notruf.
       *[under18] Ihr Kind ist vielleicht in großer seelischer Not. Atmen Sie erst durch, dann seien Sie ihm nah. Hören Sie zu, ohne zu urteilen, danken Sie fürs Erzählen, glauben Sie ihm. Rufen Sie heute ein Hilfetelefon oder eine Arztpraxis an. Wenn Ihr Kind gerade nicht sicher ist, wählen Sie den Notruf.
    }
    .title = Ihr Kind ist vielleicht in seelischer Not
    .step =
        { $age ->
            [under6] Gehen Sie jetzt zu Ihrem Kind, und bleiben Sie bei ihm.
            [under10] Gehen Sie jetzt zu Ihrem Kind, und sagen Sie: „Ich bin da. Du kannst mir alles erzählen.“
           *[under18] Gehen Sie jetzt zu Ihrem Kind, und sagen Sie: „Ich bin da. Du musst das nicht allein tragen.“
        }

guardian-coercion = Vielleicht drängt jemand Ihr Kind, sich oder andere zu verletzen. Ihr Kind ist nicht schuld. Atmen Sie erst durch. Bleiben Sie nah; zuhören, danken, glauben, keine Strafe. Heben Sie die Nachrichten auf, nehmen Sie keinen Kontakt zu der Person auf. Wenn jetzt Gefahr besteht, wählen Sie den Notruf.
    .title = Ihr Kind steht vielleicht unter Druck
    .step =
        { $age ->
            [under6] Gehen Sie jetzt zu Ihrem Kind, und bleiben Sie bei ihm.
            [under10] Gehen Sie jetzt zu Ihrem Kind, und sagen Sie: „Niemand darf dich dazu zwingen. Ich bin da.“
           *[under18] Gehen Sie jetzt zu Ihrem Kind, und sagen Sie: „Du musst das nicht tun. Ich stehe auf deiner Seite.“
        }

guardian-personal_info = Ihr Kind will vielleicht mitteilen, wo es wohnt, lernt oder erreichbar ist. Oft ist das harmlos. Atmen Sie erst durch, hören Sie zu, und danken Sie ihm fürs Erzählen. Beginnen Sie nicht mit Strafe. Wenn jemand Druck gemacht hat, heben Sie die Nachrichten auf; nehmen Sie keinen Kontakt auf.
    .title = Ihr Kind braucht vielleicht Hilfe beim Datenschutz
    .step =
        { $age ->
            [under6] Vereinbaren Sie mit Ihrem Kind: „Bevor wir sagen, wo wir wohnen, fragst du mich.“
            [under10] Vereinbaren Sie mit Ihrem Kind: „Bevor du sagst, wo wir wohnen, fragst du mich.“
           *[under18] Sprechen Sie darüber, wer was wissen darf, und vereinbaren Sie es zusammen.
        }

guardian-known_image = Auf dem Gerät war ein Bild, das wohl auf einer Liste schädlicher Bilder steht. Es kann ungefragt gekommen sein, und der Abgleich kann sich irren. Atmen Sie erst durch. Zuhören, danken, glauben; keine Strafe. Kopieren Sie es nicht, leiten Sie es nicht weiter, nehmen Sie keinen Kontakt zu der Person auf.
    .title = Ihr Kind braucht vielleicht Hilfe mit einem Bild
    .step =
        { $age ->
            [under6] Seien Sie erst bei Ihrem Kind, dann fragen Sie eine Meldestelle, was zu tun ist.
            [under10] Seien Sie erst bei Ihrem Kind, dann fragen Sie eine Meldestelle, was zu tun ist.
           *[under18] Hören Sie erst Ihrem Kind zu, dann wenden Sie sich gemeinsam an eine Meldestelle.
        }

guardian-sensitive_image = Da war ein vielleicht privates oder intimes Bild; das Programm kann sich irren. Atmen Sie erst durch. Zuhören, danken, glauben. Beginnen Sie nicht mit Strafe oder Handyentzug. Leiten Sie das Bild nicht weiter. Wenn jemand Druck gemacht hat, heben Sie die Nachrichten auf; nehmen Sie keinen Kontakt auf.
    .title = Ihr Kind braucht vielleicht Hilfe mit einem Bild
    .step =
        { $age ->
            [under6] Fragen Sie behutsam: „Hast du ein Bild gesehen, das sich komisch angefühlt hat?“
            [under10] Fragen Sie behutsam: „Hat sich ein Bild oder eine Frage von jemandem komisch angefühlt?“
           *[under18] Fragen Sie in einem ruhigen Moment: „Macht dir jemand Druck wegen Bildern?“
        }

## Was nicht geprüft werden konnte, für das Kind

unchecked-message =
    { $age ->
        [under6] Diese Nachricht konnte nicht geprüft werden.
        [under10] Diese Nachricht konnte nicht geprüft werden.
       *[under18] Diese Nachricht konnte nicht geprüft werden. Das heißt nicht, dass etwas damit nicht stimmt.
    }
    .step =
        { $age ->
            [under6] Bitte eine erwachsene Person, mit dir zu schauen.
            [under10] Frag eine erwachsene Person, wenn es sich komisch anfühlt.
            [under13] Pass auf dich auf, und frag eine erwachsene Person, der du vertraust, wenn es sich komisch anfühlt.
            [adult] Seien Sie achtsam, und fragen Sie eine Vertrauensperson, wenn etwas nicht zu stimmen scheint.
           *[under18] Pass auf dich auf, und frag eine Person, der du vertraust, wenn es sich nicht gut anfühlt.
        }

unchecked-image =
    { $age ->
        [under6] Dieses Bild konnte nicht geprüft werden.
        [under10] Dieses Bild konnte nicht geprüft werden.
       *[under18] Dieses Bild konnte nicht geprüft werden. Das heißt nicht, dass etwas damit nicht stimmt.
    }
    .step =
        { $age ->
            [under6] Lass erst eine erwachsene Person schauen.
            [under10] Lass erst eine erwachsene Person schauen.
            [under13] Öffne es nur, wenn du weißt, was es ist, oder frag eine erwachsene Person, der du vertraust.
            [adult] Öffnen Sie es nur, wenn Sie wissen, was es ist.
           *[under18] Öffne es nur, wenn du weißt, was es ist.
        }

unchecked-stream =
    { $age ->
        [under6] Dieses Video konnte nicht geprüft werden.
        [under10] Dieses Video konnte nicht geprüft werden.
       *[under18] Dieses Video konnte nicht geprüft werden. Das heißt nicht, dass etwas damit nicht stimmt.
    }
    .step =
        { $age ->
            [under6] Schau es zusammen mit einer erwachsenen Person an.
            [under10] Schau es zusammen mit einer erwachsenen Person an.
            [under13] Schau nur weiter, wenn es sich gut anfühlt, oder frag eine erwachsene Person, der du vertraust.
            [adult] Sehen Sie nur weiter zu, wenn es sich gut anfühlt. Sie können jederzeit aufhören.
           *[under18] Schau nur weiter, wenn es sich gut anfühlt. Du kannst jederzeit rausgehen.
        }

## Was das Kind über das Programm selbst erfährt

monitoring-notice =
    { $age ->
        [under6] Ein Programm auf diesem Gerät schaut Nachrichten und Bilder an und sagt vielleicht einer erwachsenen Person, dass du Hilfe brauchst.
        [under10] Ein Programm auf diesem Gerät prüft Nachrichten und Bilder; es sagt vielleicht einer erwachsenen Person, dass du Hilfe brauchst, aber nicht, was du schreibst.
        [under13] Ein Programm auf diesem Gerät schaut Nachrichten und Bilder an, um dich vor Tricks zu warnen. Erwachsene lesen sie dadurch nicht. Eine erwachsene Person kann erfahren, dass du Hilfe brauchst und welche, aber nicht, was geschrieben wurde und mit wem.
        [adult] Ein Programm prüft Nachrichten und Bilder nur auf diesem Gerät. Niemand liest sie dadurch mit, und nichts davon verlässt das Gerät. Eine andere erwachsene Person kann erfahren, dass Sie vielleicht Hilfe brauchen und welche, aber nie die Worte und nie mit wem.
       *[under18] Ein Programm prüft Nachrichten und Bilder nur auf diesem Gerät. Erwachsene lesen sie dadurch nicht mit, und nichts davon verlässt das Gerät. Eine erwachsene Person kann erfahren, dass du vielleicht Hilfe brauchst und welche, aber nie die Worte und nie mit wem.
    }
    .title =
        { $age ->
            [under6] Eine Hilfe auf diesem Gerät
            [under10] Eine Hilfe auf diesem Gerät
            [under13] Eine Hilfe auf diesem Gerät
           *[under18] Was auf diesem Gerät geprüft wird
        }

digest-delay =
    { $age ->
        [under6]
            { $hours ->
                [one] In { $hours } Stunde erfährt eine erwachsene Person, dass du vielleicht Hilfe brauchst.
               *[other] In { $hours } Stunden erfährt eine erwachsene Person, dass du vielleicht Hilfe brauchst.
            }
        [under10]
            { $hours ->
                [one] In { $hours } Stunde erfährt eine erwachsene Person, dass du vielleicht Hilfe brauchst, aber nicht, was du geschrieben hast.
               *[other] In { $hours } Stunden erfährt eine erwachsene Person, dass du vielleicht Hilfe brauchst, aber nicht, was du geschrieben hast.
            }
        [adult]
            { $hours ->
                [one] In { $hours } Stunde erfährt eine andere erwachsene Person, dass Sie vielleicht Hilfe brauchen und welche, aber nicht, was geschrieben wurde und mit wem. Wenn Sie möchten, sprechen Sie vorher mit ihr oder mit einer anderen Vertrauensperson.
               *[other] In { $hours } Stunden erfährt eine andere erwachsene Person, dass Sie vielleicht Hilfe brauchen und welche, aber nicht, was geschrieben wurde und mit wem. Wenn Sie möchten, sprechen Sie vorher mit ihr oder mit einer anderen Vertrauensperson.
            }
       *[under18]
            { $hours ->
                [one] In { $hours } Stunde erfährt eine erwachsene Person, dass du vielleicht Hilfe brauchst und welche, aber nicht, was geschrieben wurde und mit wem. Wenn du magst, sprich vorher mit ihr oder mit einer anderen Person, der du vertraust.
               *[other] In { $hours } Stunden erfährt eine erwachsene Person, dass du vielleicht Hilfe brauchst und welche, aber nicht, was geschrieben wurde und mit wem. Wenn du magst, sprich vorher mit ihr oder mit einer anderen Person, der du vertraust.
            }
    }
    .step =
        { $age ->
            [under6] Sag es jetzt einer erwachsenen Person, die für dich da ist.
            [under10] Sag es jetzt einer erwachsenen Person, der du vertraust.
            [adult] Sprechen Sie zuerst, zum Beispiel so: „Im Internet ist etwas passiert. Darf ich davon erzählen?“
           *[under18] Sprich zuerst, zum Beispiel so: „Im Internet ist etwas passiert. Darf ich dir davon erzählen?“
        }

## Die Übersicht der Eltern

digest-title = Wo Ihr Kind Sie vielleicht braucht
digest-none = Nichts ist aufgefallen, wofür Ihr Kind Sie braucht. Fragen Sie trotzdem immer wieder, wie es online läuft.
digest-private = Hier stehen keine Worte und keine Namen. Die Nachrichten Ihres Kindes bleiben seine eigenen, damit es Sie weiter leicht um Hilfe bitten kann. Sie erfahren, welche Art von Hilfe es vielleicht braucht, und können sie anbieten.
digest-unchecked =
    { $count ->
        [one] { $count } Nachricht oder Bild konnte nicht geprüft werden.
       *[other] { $count } Nachrichten oder Bilder konnten nicht geprüft werden.
    }

urgency-calm = keine Eile
urgency-soon = in den nächsten Tagen sprechen
urgency-today = heute sprechen
urgency-now = jetzt zu Ihrem Kind gehen

frequency-once = einmal
frequency-several = mehrmals
frequency-often = oft

trend-new = neu
trend-less = weniger als zuvor
trend-same = etwa wie zuvor
trend-more = mehr als zuvor

## Hilfsangebote

help-title = Wer helfen kann
help-free = kostenlos
help-unverified = Nummer noch nicht bestätigt: zuerst die Internetadresse ansehen
help-verified = Bestätigt am { $date }
help-danger = Gerade in Gefahr? Jetzt den Notruf wählen.
help-hours = Erreichbar

audience-child = Hilfe für Kinder und Jugendliche
audience-offender_help = Hilfe bei Sorge um eigene Gedanken oder Handlungen
audience-image_removal = Hilfe, um Bilder entfernen zu lassen
audience-reporting_hotline = Schädliche Inhalte melden

## Wenn das Programm sich geirrt hat

contest-offer = Das hier ist in Ordnung
contest-thanks = Danke für den Hinweis. Programme machen Fehler.
contest-reason-harmless = Es ist harmlos
contest-reason-known_person = Ich kenne diese Person
contest-reason-wrong_language = Meine Sprache wurde falsch verstanden
contest-reason-other = Ein anderer Grund
contest-limit =
    { $age ->
        [under6] Das bleibt so, und eine erwachsene Person kann es mit dir anschauen.
        [under10] Das bleibt so, und eine erwachsene Person, der du vertraust, kann es mit dir anschauen.
        [under13] Das bleibt erst mal so. Wenn du es falsch findest, zeig es einer erwachsenen Person, der du vertraust.
        [adult] Das bleibt vorerst so. Wenn Sie es falsch finden, sprechen Sie mit einer Vertrauensperson darüber.
       *[under18] Das bleibt erst mal so. Wenn du es falsch findest, sprich mit einer Person darüber, der du vertraust.
    }

## Schaltflächen

uncover = Anzeigen
cover = Verdecken
back = Zurück
tell_adult =
    { $age ->
        [under6] Erwachsenen Bescheid sagen
        [under10] Erwachsenen Bescheid sagen
        [adult] Vertrauensperson Bescheid sagen
       *[under18] Erwachsenen anvertrauen
    }
send_anyway = Trotzdem senden
do_not_send = Nicht senden
