# Ciò che le persone leggono, in italiano. Le chiavi sono quelle di en.ftl, l’originale. Regole e fonti: README.md in questa cartella.
# Breve, gentile, senza rimproveri, una sola cosa da fare dopo.
#
# A tutti si dà del tu, come fanno le linee d’ascolto italiane; dove stona, forma impersonale.
# Senza genere dove si può: «non è colpa tua», «in dubbio», «al sicuro», «il tuo aiuto» invece di «tuo figlio».
# Mai «non devi» per dire che non c’è obbligo: suona come un divieto. Si scrive «puoi non…», «nessuno può obbligarti».
# «Sola, solo»: secondo $gender, altrimenti una forma neutra.

## Che cosa è stato trovato, per chi guarda un rapporto
behavior-age_query = chiede quanti anni ha il minore
behavior-personal_info_query = chiede dati personali
behavior-alone_query = chiede se c’è qualcuno vicino al minore
behavior-secrecy = chiede di mantenere un segreto
behavior-isolation = mette il minore contro la famiglia o gli amici
behavior-flattery_maturity = lusinga l’aspetto o la maturità
behavior-gift_offer = offre regali, denaro o vantaggi
behavior-platform_switch = vuole passare a un’altra app
behavior-meeting = vuole un incontro di persona
behavior-photo_request = chiede una foto o la videocamera
behavior-reciprocity_pressure = dice che il minore è in debito
behavior-romance_declaration = si dichiara d’amore
behavior-guilt_manipulation = fa sentire in colpa il minore
behavior-testing_boundaries = mette alla prova i limiti del minore
behavior-threat_sextortion = minaccia di pubblicare o pretende un pagamento
behavior-coercion_selfharm = spinge il minore a farsi del male
behavior-personal_info_disclosure = il minore dà dati personali
behavior-refusal = il minore dice di no
behavior-distress = il minore ha paura o sta male

cue-unmistakable = è stato detto qualcosa di inequivocabile
cue-persistence = continua dopo un rifiuto o un segno di disagio del minore
cue-stage_mix = diversi modi di avvicinarsi si sommano
cue-clear_sign = almeno un chiaro segnale d’allarme
cue-one_sided_questions = una parte domanda, l’altra risponde
cue-early_private_channel = molto presto è stato chiesto un contatto privato o un’immagine
cue-tone = il tono degli ultimi messaggi
cue-night = scrive di notte
cue-many_children = scrive a molti minori
relation-unknown = l’app non sa chi è
relation-stranger = una persona sconosciuta
relation-known = un contatto conosciuto
relation-family = una persona di famiglia
relation-school = della scuola del minore
stage-initial_contact = primo contatto
stage-trust_building = conquista della fiducia
stage-isolation = isolamento
stage-dependency_creation = creazione di dipendenza
stage-sexual_introduction = abbassamento dei limiti
stage-maintenance = mantenimento del contatto
stage-control = controllo con la minaccia

category-grooming = un approccio che può preparare un abuso
category-sextortion = ricatto
category-sexual_content = contenuto sessuale
category-bullying = bullismo
category-self_harm = un minore in difficoltà
category-coercion = pressione a fare del male
category-personal_info = dati personali che stanno per essere inviati
category-known_image = un’immagine già nota
category-sensitive_image = un’immagine forse delicata

action-allow = niente da fare
action-indicate = mostrare un segnale e un aiuto
action-blur = coprire
action-interrupt = fermare e chiedere prima
action-mute = non far passare

reason-conversation-pattern = la conversazione nel suo insieme

## Che cosa si dice a chi, da minore, riceve qualcosa
# In ordine: non è colpa tua, un gesto sicuro, un adulto di fiducia. La linea d’ascolto sta sotto, dall’elenco dei servizi.

notice-grooming =
    { $age ->
        [under6] Non hai fatto niente di male, e un grande che si prende cura di te può aiutarti.
        [under10] Non è colpa tua: su Internet alcune persone fanno solo finta di essere gentili.
        [under13] Non è colpa tua. Alcune persone fanno finta di esserti amiche per ottenere quello che vogliono. A un vero amico va bene che tu ne parli con un adulto, e nessuno può obbligarti a tenere un segreto che ti fa stare male.
        [under16] Non è colpa tua. Forse qualcuno sta conquistando la tua fiducia per ottenere qualcosa da te. Puoi fermarti quando vuoi, anche dopo un sì. Non passare a un’altra app e non accettare incontri a tu per tu: chi ti vuole bene lo capisce.
       *[under18] Se qui c’è qualcosa che non va, non è colpa tua. La chat mostra segni di una fiducia costruita per prendere il controllo: segreti, pressioni, un posto più privato per parlare. Può anche essere innocua. Puoi dire di no quando vuoi, anche dopo un sì.
    }
    .title =
        { $age ->
            [under6] Chiama un grande
            [under10] Fermati un momento
            [under13] Potrebbe essere un inganno
           *[under18] Questa chat forse non è quello che sembra
        }
    .step =
        { $age ->
            [under6] Fallo vedere a un grande che si prende cura di te.
            [under10] Fallo vedere a un adulto di cui ti fidi.
            [under13] Per ora smetti di scrivere e fallo vedere a un adulto di cui ti fidi.
            [under16] Di’ a un adulto di cui ti fidi: «Posso farti vedere una chat che mi mette a disagio?»
            [adult] Per ora smetti di scrivere e chiedi a una persona di fiducia che cosa ne pensa.
           *[under18] Per ora smetti di scrivere e chiedi a un adulto di cui ti fidi che cosa ne pensa.
        }

notice-sextortion =
    { $age ->
        [under6] Qualcuno non è gentile, e non è colpa tua.
        [under10] Qualcuno cerca di farti paura, e non è colpa tua.
        [under13] Non è colpa tua. Alcune persone fanno paura ai ragazzi per avere soldi o immagini. È un inganno che si chiama ricatto. Non mandare soldi né immagini, anche se l’hai già fatto. Non rispondere più e blocca, ma non cancellare niente.
        [under16] Non è colpa tua. Sembra un ricatto: succede a tanti adolescenti, anche ai maschi. Non mandare soldi né altre immagini, anche se l’hai già fatto. Non rispondere più e blocca, ma non cancellare niente: sono prove. Se ne può uscire.
       *[under18] Non è colpa tua. Sembra un ricatto: succede a tante persone, anche a ragazzi e uomini, a volte con immagini false. Non mandare soldi né altro, anche se l’hai già fatto. Non rispondere più, blocca, non cancellare niente. Ci sono servizi gratuiti che aiutano a far togliere le immagini.
    }
    .title =
        { $age ->
            [under6] Non hai fatto niente di male
            [under10] Non hai fatto niente di male
            [under13] È un inganno, e puoi avere aiuto
           *[under18] Ricatto: c’è una via d’uscita
        }
    .step =
        { $age ->
            [under6] Fallo vedere a un grande che si prende cura di te.
            [under10] Non rispondere. Fallo vedere a un adulto di cui ti fidi.
            [under13] Non rispondere più e dillo adesso a un adulto di cui ti fidi. Non hai fatto niente di male.
            [under16] Di’ a un adulto di cui ti fidi: «Qualcuno mi minaccia su Internet. Aiutami, per favore.»
            [adult] Parlane oggi con una persona di fiducia o una linea d’ascolto. C’è chi può aiutarti.
           *[under18] Parlane oggi con un adulto di cui ti fidi o una linea d’ascolto. C’è chi può aiutarti.
        }

notice-sexual_content =
    { $age ->
        [under6] Non hai fatto niente di male, e puoi anche non guardare.
        [under10] Non è una cosa per bambini, e se ti è arrivata non è colpa tua.
        [under13] Se ti è arrivato questo, non è colpa tua. Non è adatto alla tua età. Nessuno può spingerti a guardarlo, a rispondere o a mandare qualcosa di simile.
        [under16] Se ti è arrivato questo, non è colpa tua. Sembra un contenuto sessuale. Nessuno può obbligarti a guardare, a rispondere o a mandare qualcosa in cambio, anche se l’hai già fatto. Puoi bloccare chi l’ha mandato.
       *[under18] Se non lo volevi, non è colpa tua. Sembra un contenuto sessuale. Nessuno può obbligarti a guardare, a rispondere o a mandare qualcosa in cambio, qualunque cosa tu abbia detto prima. Puoi bloccare e segnalare l’account.
    }
    .title = Puoi anche non guardare
    .step =
        { $age ->
            [under6] Fallo vedere a un grande che si prende cura di te.
            [under10] Lascia stare, e dillo a un adulto di cui ti fidi.
            [under13] Non aprirlo e dillo a un adulto di cui ti fidi.
            [under16] Di’ a un adulto di cui ti fidi: «Mi è arrivata una cosa su Internet che mi mette a disagio.»
           *[under18] Se non lo vuoi, non aprirlo e blocca chi l’ha mandato.
        }

notice-bullying =
    { $age ->
        [under6] Non è stato gentile, e non è colpa tua.
        [under10] Qualcuno ti tratta male, e non è colpa tua.
        [under13] Non è colpa tua. Alcune persone scrivono cattiverie solo per avere una risposta, e tu puoi anche non darla. Conserva il messaggio: mostra che cosa è successo.
        [under16] Non è colpa tua, e nessuno dovrebbe scriverti così. Puoi anche non rispondere. Conserva il messaggio come prova, poi silenzia o blocca chi scrive e, se vuoi, segnalalo nell’app.
       *[under18] Non è colpa tua, e nessuno dovrebbe scriverti così. Puoi anche non rispondere. Conserva il messaggio come prova, poi blocca chi scrive e segnalalo nell’app. Se ci sono minacce, puoi trovare aiuto anche fuori dall’app.
    }
    .title =
        { $age ->
            [under6] Non è stato gentile
            [under10] Non è stato gentile
           *[under18] Nessuno dovrebbe scriverti così
        }
    .step =
        { $age ->
            [under6] Fallo vedere a un grande che si prende cura di te.
            [under10] Non rispondere. Fallo vedere a un adulto di cui ti fidi.
            [under13] Non rispondere. Conserva il messaggio e fallo vedere a un adulto di cui ti fidi.
            [under16] Di’ a un adulto di cui ti fidi: «Su Internet mi trattano con cattiveria. Possiamo parlarne?»
           *[under18] Non rispondere. Conserva il messaggio, blocca e parlane con una persona di fiducia.
        }

# Qui c’è sofferenza: cura, mai una colpa, mai la parola «bloccato». Dai dieci anni prima la linea d’ascolto.
notice-self_harm =
    { $age ->
        [under6]
            { $gender ->
                [feminine] Grazie di aver detto come ti senti: non sei sola.
                [masculine] Grazie di aver detto come ti senti: non sei solo.
               *[other] Grazie di aver detto come ti senti: c’è chi può aiutarti.
            }
        [under10]
            { $gender ->
                [feminine] Grazie di aver detto come ti senti: non è colpa tua, e non sei sola.
                [masculine] Grazie di aver detto come ti senti: non è colpa tua, e non sei solo.
               *[other] Grazie di aver detto come ti senti: non è colpa tua, e c’è chi può aiutarti.
            }
        [under13] Grazie di aver detto come ti senti. Non è colpa tua, e c’è chi può portare questo peso con te. Chi risponde a una linea d’ascolto per bambini e ragazzi ascolta ogni giorno emozioni come le tue. Se in questo momento non ti senti al sicuro, chiama il numero di emergenza.
        [under16] Grazie di averlo detto. Non è colpa tua, e c’è chi può portare questo peso con te. A una linea d’ascolto trovi qualcuno che non giudica, e con un aiuto si può stare meglio. Se in questo momento non sei al sicuro, chiama il numero di emergenza.
       *[under18] Grazie di averlo detto. Non è colpa tua, e c’è chi può portare questo peso con te. Una linea d’ascolto ti accoglie senza giudicare; poi può aiutarti una persona di fiducia o un medico. Se in questo momento non sei al sicuro, chiama il numero di emergenza.
    }
    .title =
        { $age ->
            [under6]
                { $gender ->
                    [feminine] Non sei sola
                    [masculine] Non sei solo
                   *[other] C’è qualcuno che ti ascolta
                }
            [under10]
                { $gender ->
                    [feminine] Non sei sola
                    [masculine] Non sei solo
                   *[other] C’è qualcuno che ti ascolta
                }
           *[under18]
                { $gender ->
                    [feminine] Grazie di averlo detto. Non sei sola
                    [masculine] Grazie di averlo detto. Non sei solo
                   *[other] Grazie di averlo detto. C’è chi ti ascolta
                }
        }
    .step =
        { $age ->
            [under6] Vai adesso da un grande che si prende cura di te e digli come ti senti.
            [under10] Vai adesso da un adulto di cui ti fidi e digli come ti senti.
            [under13] Chiama adesso una linea d’ascolto per ragazzi o scrivile, poi parla con un adulto di cui ti fidi.
            [under16] Contatta adesso una linea d’ascolto, poi di’ a un adulto: «Non sto bene. Ascoltami, per favore.»
            [adult] Contatta adesso una linea d’ascolto, poi parla con una persona di fiducia o un medico.
           *[under18] Contatta adesso una linea d’ascolto, poi parla con un adulto di cui ti fidi o un medico.
        }

notice-coercion =
    { $age ->
        [under6] Nessuno può dirti di fare cose che fanno male, e non è colpa tua.
        [under10] Nessuno può dirti di fare cose che fanno male, e non è colpa tua.
        [under13] Non è colpa tua. Nessuno può spingerti a fare del male a te o a qualcun altro. C’è chi lo chiama gioco o prova di coraggio. È un inganno, e puoi fermarti quando vuoi.
        [under16] Non è colpa tua. Nessuno può spingerti a fare del male a te o ad altri, qualunque sia la minaccia. Puoi fermarti adesso, anche se hai già fatto qualcosa. Se in questo momento non sei al sicuro, chiama il numero di emergenza.
       *[under18] Non è colpa tua. Spingere qualcuno a farsi del male o a farne ad altri è violenza, anche se lo chiamano gioco o sfida. Puoi fermarti quando vuoi, qualunque sia la minaccia. Se in questo momento non sei al sicuro, chiama il numero di emergenza.
    }
    .title = Nessuno può obbligarti a farlo
    .step =
        { $age ->
            [under6] Vai adesso da un grande che si prende cura di te.
            [under10] Non farlo. Vai adesso da un adulto di cui ti fidi.
            [under13] Non rispondere più e vai adesso da un adulto di cui ti fidi.
            [under16] Non rispondere più e di’ a un adulto: «Qualcuno mi mette sotto pressione. Mi serve aiuto adesso.»
            [adult] Non rispondere più, conserva i messaggi e parlane adesso con una persona di fiducia.
           *[under18] Non rispondere più, conserva i messaggi e parlane adesso con un adulto di cui ti fidi.
        }

notice-personal_info =
    { $age ->
        [under6] Dove abiti lo diciamo solo alle persone che la tua famiglia conosce.
        [under10] La tua casa, la tua scuola e il tuo numero sono solo per le persone conosciute dagli adulti che si prendono cura di te.
        [under13] Questo dice chi sei o dove trovarti. Su Internet alcune persone non sono chi dicono di essere. Puoi anche non rispondere, e un vero amico sa aspettare.
        [under16] Questo può dire dove trovarti: un indirizzo, una scuola, un numero. Nessuno può obbligarti a darlo, e un amico sa aspettare. Se qualcuno insiste per saperlo, è un buon motivo per bloccarlo.
       *[under18] Questo può far capire chi sei o dove trovarti: un indirizzo, una scuola, un numero, un account. Non lo devi a nessuno. Se qualcuno insiste per averlo, è un buon motivo per bloccarlo.
    }
    .title =
        { $age ->
            [under6] Aspetta un momento
            [under10] Aspetta un momento
           *[under18] Un momento: qui si parla di te
        }
    .step =
        { $age ->
            [under6] Chiedi prima a un grande che si prende cura di te.
            [under10] Chiedi prima a un adulto di cui ti fidi.
            [under13] Aspetta, e chiedi a un adulto di cui ti fidi prima di dire qualcosa.
           *[under18] Fai una pausa e chiediti: conosco questa persona dal vivo, e le serve saperlo?
        }

notice-known_image =
    { $age ->
        [under6] Non hai fatto niente di male, e puoi anche non guardare questa immagine.
        [under10] Questa immagine può fare del male a qualcuno, e se ti è arrivata non è colpa tua.
        [under13] Se ti è arrivata, non è colpa tua. L’immagine sembra essere in un elenco di immagini che fanno del male a qualcuno. Puoi anche non guardarla. Per favore, non tenerla e non mandarla a nessuno.
        [under16] Se ti è arrivata, non è colpa tua. L’immagine sembra essere in un elenco di immagini da non condividere, perché fanno del male a qualcuno. Per favore, non mandarla a nessuno. Se nell’immagine ci sei tu, puoi avere aiuto per farla togliere.
       *[under18] Se ti è arrivata, non è colpa tua. L’immagine sembra essere in un elenco di immagini che fanno del male alla persona che si vede. Per favore, non inoltrarla; puoi segnalarla. Se la persona sei tu, ci sono servizi gratuiti che aiutano a farla togliere.
    }
    .title =
        { $age ->
            [under6] Puoi anche non guardare
            [under10] Puoi anche non guardare
           *[under18] Questa immagine non va condivisa
        }
    .step =
        { $age ->
            [under6] Vai a dirlo a un grande che si prende cura di te.
            [under10] Lasciala stare, e dillo a un adulto di cui ti fidi.
            [under13] Non aprirla, e di’ a un adulto di cui ti fidi che ti è arrivata.
            [under16] Di’ a un adulto di cui ti fidi: «Mi hanno mandato un’immagine che non va bene.»
            [adult] Non inoltrarla. Segnalala, o chiedi aiuto a una persona di fiducia.
           *[under18] Non inoltrarla. Segnalala, o chiedi aiuto a un adulto di cui ti fidi.
        }

notice-sensitive_image =
    { $age ->
        [under6] Non hai fatto niente di male, e puoi anche non guardare questa immagine.
        [under10] Questa immagine forse mostra qualcosa di privato, e se ti è arrivata non è colpa tua.
        [under13] Se ti è arrivata, non è colpa tua. L’immagine forse mostra qualcosa di privato, come ciò che copre il costume da bagno. Puoi anche non guardarla, e nessuno può chiedertene una così.
        [under16] Se ti è arrivata, non è colpa tua. Forse è un’immagine intima. Nessuno può obbligarti a guardare, a rispondere o a mandarne una, anche dopo un sì. Se si vede una persona che conosci, per favore non inoltrarla.
       *[under18] Se ti è arrivata, non è colpa tua. Forse è un’immagine intima; il programma può anche sbagliare. Nessuno può obbligarti a guardare, a rispondere o a mandarne una, anche dopo un sì. Se non la vuoi, puoi bloccare e segnalare.
    }
    .title =
        { $age ->
            [under6] Puoi anche non guardare
            [under10] Puoi anche non guardare
           *[under18] Questa immagine forse è privata
        }
    .step =
        { $age ->
            [under6] Falla vedere a un grande che si prende cura di te.
            [under10] Lasciala stare, e dillo a un adulto di cui ti fidi.
            [under13] Non aprirla e dillo a un adulto di cui ti fidi.
            [under16] Non aprirla, e di’ a un adulto: «Mi hanno mandato un’immagine che non volevo.»
           *[under18] Se non la vuoi, non aprirla e blocca chi l’ha mandata.
        }

## Che cosa si dice a chi, da minore, sta per inviare qualcosa
# Una pausa, non un divieto: sceglie chi scrive.

sending-personal_info =
    { $age ->
        [under6] Questo parla di te o di casa tua: chiedi prima a un grande che si prende cura di te.
        [under10] Questo può dire dove abiti o dove vai a scuola: chiedi prima a un adulto.
        [under13] Questo può dire chi sei o dove trovarti. Su Internet alcune persone non sono chi dicono di essere. Puoi ancora decidere di non mandarlo, e un vero amico lo capirà.
        [under16] Questo può dire dove trovarti: un indirizzo, una scuola, un numero. Conosci questa persona dal vivo, e le serve saperlo? Se qualcuno ti fa pressione puoi dire di no, anche dopo un sì. Decidi tu.
       *[under18] Sembra un indirizzo, una scuola, un numero o un altro dato su di te. Pensa a chi lo riceve e a che cosa gli serve. A nessuno serve come prova di fiducia. Decidi tu.
    }
    .title =
        { $age ->
            [under6] Aspetta un momento
            [under10] Aspetta un momento
           *[under18] Una pausa prima di inviare
        }
    .step =
        { $age ->
            [under6] Chiedi prima a un grande che si prende cura di te.
            [under10] Chiedi prima a un adulto di cui ti fidi.
            [under13] Chiedi a un adulto di cui ti fidi prima di mandarlo.
           *[under18] Togli quello che l’altra persona non ha bisogno di sapere, o non inviare.
        }

sending-sensitive_image =
    { $age ->
        [under6] Questa immagine forse è privata: chiedi prima a un grande che si prende cura di te.
        [under10] Questa immagine forse mostra qualcosa di privato, e nessuno può obbligarti a mandarla.
        [under13] Nessuno può obbligarti a mandare questa immagine. Mostra ciò che copre il costume da bagno? Qualcuno insiste? La tua famiglia sarebbe d’accordo? Se una risposta ti preoccupa, fermati qui. Se qualcuno te la chiede, non è colpa tua.
        [under16] Nessuno può obbligarti a mandare un’immagine così, neanche chi ami, neanche dopo un sì. Qualcuno insiste? E se la vedessero altri, ti andrebbe bene? Se si vede un’altra persona, non sta a te condividerla. Decidi tu.
       *[under18] Forse è un’immagine intima. Non la devi a nessuno, e un sì può diventare un no. Qualcuno insiste? E se la vedessero altri, ti andrebbe bene? Se si vede un’altra persona, non sta a te condividerla. Decidi tu.
    }
    .title =
        { $age ->
            [under6] Aspetta un momento
            [under10] Aspetta un momento
           *[under18] Una pausa prima di inviare
        }
    .step =
        { $age ->
            [under6] Chiedi prima a un grande che si prende cura di te.
            [under10] Fermati, e se qualcuno te l’ha chiesta dillo a un adulto di cui ti fidi.
            [under13] Fermati, e se qualcuno te l’ha chiesta dillo a un adulto di cui ti fidi.
            [under16] Se qualcuno ti fa pressione, di’: «Queste cose non le mando.» Non servono spiegazioni.
           *[under18] Se hai un dubbio, non inviarla. Un «no» non ha bisogno di spiegazioni.
        }

sending-known_image =
    { $age ->
        [under6] Questa immagine può fare del male a qualcuno: chiedi prima a un grande che si prende cura di te.
        [under10] Questa immagine può fare del male a qualcuno, e un adulto può aiutarti.
        [under13] Forse non lo sapevi: questa immagine sembra essere in un elenco di immagini che fanno del male a qualcuno. Mandarla può fargli ancora male. Se qualcuno vuole che tu la mandi, non è colpa tua.
        [under16] Forse non lo sapevi: questa immagine sembra essere in un elenco di immagini che fanno del male a qualcuno. Inoltrarla può fargli ancora male. Se qualcuno ti fa pressione, non è colpa tua. Se nell’immagine ci sei tu, puoi avere aiuto per farla togliere.
       *[under18] Forse non lo sapevi: questa immagine sembra essere in un elenco di immagini che fanno del male alla persona che si vede. Inoltrarla può farle ancora male. Se la persona sei tu, non è colpa tua, e servizi gratuiti aiutano a farla togliere.
    }
    .title =
        { $age ->
            [under6] Aspetta un momento
            [under10] Aspetta un momento
           *[under18] Una pausa prima di inviare
        }
    .step =
        { $age ->
            [under6] Chiedi prima a un grande che si prende cura di te.
            [under10] Lasciala stare, e dillo a un adulto di cui ti fidi.
            [under13] Non inoltrarla. Racconta a un adulto di cui ti fidi come ti è arrivata.
            [under16] Non inviarla, e di’ a un adulto: «Ho un’immagine che non va bene.»
            [adult] Non inviarla, e chiedi a una persona di fiducia o a una linea d’ascolto che cosa fare.
           *[under18] Non inviarla, e chiedi a un adulto di cui ti fidi o a una linea d’ascolto che cosa fare.
        }

sending-sexual_content =
    { $age ->
        [under6] Un grande che si prende cura di te può aiutarti con questo messaggio.
        [under10] Questo messaggio forse parla di cose private: chiedi prima a un adulto.
        [under13] Sembra che parli di cose molto private. Qualcuno vuole che tu scriva così? Nessuno può obbligarti, e se te lo chiedono non è colpa tua.
        [under16] Questo può sembrare sessuale. È quello che vuoi tu, o lo vuole qualcun altro da te? Chi ti vuole bene non insiste. Puoi fermarti quando vuoi, anche dopo un sì. Decidi tu.
       *[under18] Questo può sembrare sessuale. È quello che vuoi, sai chi lo riceve, e a quella persona fa piacere? Se qualcuno insiste per averlo, non è colpa tua. Puoi fermarti quando vuoi, anche dopo un sì. Decidi tu.
    }
    .title =
        { $age ->
            [under6] Aspetta un momento
            [under10] Aspetta un momento
           *[under18] Una pausa prima di inviare
        }
    .step =
        { $age ->
            [under6] Fallo vedere a un grande che si prende cura di te.
            [under10] Fallo vedere a un adulto di cui ti fidi.
            [under13] Fermati, e se qualcuno te l’ha chiesto dillo a un adulto di cui ti fidi.
           *[under18] Prenditi un momento. Se senti una pressione o un dubbio, non inviare.
        }

sending-bullying =
    { $age ->
        [under6] Queste parole possono far diventare triste qualcuno.
        [under10] Queste parole possono far diventare triste qualcuno, anche se non lo fai apposta.
        [under13] La rabbia è normale, ma parole così possono ferire davvero. Puoi dire invece che cosa ti dà fastidio: «Questa cosa non mi è piaciuta.»
        [under16] La rabbia è normale, e anche scherzare, ma in una chat il tono non si sente, e questo può ferire davvero. Di’ che cosa ti dà fastidio, o aspetta di ritrovare la calma. Se la cattiveria è partita dall’altra parte, puoi bloccare e chiedere aiuto. Decidi tu.
       *[under18] Questo può ferire più di quanto vuoi: in una chat il tono non si sente. Puoi dire che cosa ti dà fastidio, o tornarci con più calma. Se la cattiveria è partita dall’altra parte, puoi bloccare e chiedere aiuto. Decidi tu.
    }
    .title =
        { $age ->
            [under6] Aspetta un momento
            [under10] Aspetta un momento
           *[under18] Una pausa prima di inviare
        }
    .step =
        { $age ->
            [under6] Dillo con parole gentili.
            [under10] Prova a dirlo con parole più gentili.
            [under13] Fai un respiro e prova a dirlo in modo più gentile.
           *[under18] Fai un respiro, poi scrivi che cosa vuoi far capire.
        }

# Dirlo a qualcuno è un bene: mai trattenerlo.
sending-self_harm =
    { $age ->
        [under6]
            { $gender ->
                [feminine] Fai bene a dire come ti senti: non sei sola.
                [masculine] Fai bene a dire come ti senti: non sei solo.
               *[other] Fai bene a dire come ti senti: c’è chi può aiutarti.
            }
        [under10]
            { $gender ->
                [feminine] Fai bene a dire come ti senti: non è colpa tua, e non sei sola.
                [masculine] Fai bene a dire come ti senti: non è colpa tua, e non sei solo.
               *[other] Fai bene a dire come ti senti: non è colpa tua, e c’è chi può aiutarti.
            }
        [under13] Fai bene a dire come ti senti. Non è colpa tua, e c’è chi può portare questo peso con te. Chi risponde a una linea d’ascolto per bambini e ragazzi ascolta ogni giorno emozioni come le tue. Se in questo momento non sei al sicuro, chiama il numero di emergenza.
        [under16] Fai bene a dirlo a qualcuno, e non è colpa tua. Puoi inviare questo messaggio. Anche a una linea d’ascolto trovi qualcuno che non giudica. Se in questo momento non sei al sicuro, chiama il numero di emergenza.
       *[under18] Fai bene a dirlo a qualcuno, e non è colpa tua. Puoi inviare questo messaggio. Anche una linea d’ascolto ti accoglie senza giudicare, e un medico può aiutarti. Se in questo momento non sei al sicuro, chiama il numero di emergenza.
    }
    .title =
        { $gender ->
            [feminine] Non sei sola
            [masculine] Non sei solo
           *[other] C’è qualcuno che ti ascolta
        }
    .step =
        { $age ->
            [under6] Vai adesso da un grande che si prende cura di te e digli come ti senti.
            [under10] Vai adesso da un adulto di cui ti fidi e digli come ti senti.
            [under13] Chiama adesso una linea d’ascolto per ragazzi o scrivile, poi parla con un adulto di cui ti fidi.
            [under16] Contatta adesso una linea d’ascolto, poi di’ a un adulto: «Non sto bene. Ascoltami, per favore.»
            [adult] Contatta adesso una linea d’ascolto, poi parla con una persona di fiducia o un medico.
           *[under18] Contatta adesso una linea d’ascolto, poi parla con un adulto di cui ti fidi o un medico.
        }

## Che cosa si dice a chi ha scritto un messaggio segnalato
# Di norma parole da giovani: niente legge, parlarne con qualcuno. Nessuna etichetta, nessuna minaccia che non sia vera.

deterrence-grooming =
    { $age ->
        [adult] Chiedere a un minore segreti, immagini private o un incontro può essere reato e gli fa del male, anche se sembra d’accordo. Puoi fermarti adesso. Esiste un aiuto gratuito e anonimo per smettere, prima o dopo che sia successo qualcosa.
        [unknown] Chiedere a chi ha meno di 18 anni segreti, immagini private o un incontro può essere contro la legge e gli fa del male, anche se sembra d’accordo. Puoi fermarti qui. Esiste un aiuto gratuito e anonimo per smettere.
        [under6] Questo messaggio può far stare male qualcuno.
        [under10] Questo messaggio può mettere a disagio qualcuno, e un adulto può aiutarti.
       *[under18] Insistere per avere segreti, immagini o un incontro può far male all’altra persona, anche se dice di sì. Lasciale il tempo e lo spazio di dire di no. Se hai un dubbio, o se qualcuno ti spinge a farlo, puoi avere aiuto.
    }
    .title =
        { $age ->
            [adult] Fermati qui: questo può far male a un minore
            [unknown] Un momento: questo può fare del male
           *[under18] Aspetta un momento
        }
    .step =
        { $age ->
            [adult] Non inviare altro, e contatta una linea d’ascolto gratuita e anonima.
            [unknown] Non inviare altro, e guarda quale aiuto esiste.
            [under6] Fallo vedere a un grande che si prende cura di te.
            [under10] Fallo vedere a un adulto di cui ti fidi.
           *[under18] Fermati qui, e parlane con una persona di cui ti fidi.
        }

deterrence-sextortion =
    { $age ->
        [adult] Minacciare qualcuno con delle immagini è reato nella maggior parte dei Paesi e fa molto male, soprattutto a un minore. Puoi fermarti adesso, qualunque cosa sia successa finora. Esiste un aiuto gratuito e anonimo per smettere.
        [unknown] Minacciare qualcuno con delle immagini è contro la legge nella maggior parte dei Paesi e fa molto male, soprattutto a chi ha meno di 18 anni. Puoi fermarti adesso. Esiste un aiuto gratuito e anonimo per smettere.
        [under6] Questo messaggio può fare paura a qualcuno.
        [under10] Questo messaggio può fare paura a qualcuno, e un adulto può aiutarti.
       *[under18] Una minaccia così può fare molta paura, e fermarti adesso aiuta davvero l’altra persona. Se qualcuno ti spinge a farlo, o se non sai più come uscirne, anche tu puoi avere aiuto.
    }
    .title =
        { $age ->
            [adult] Fermati qui: questo fa molto male
            [unknown] Fermati qui: questo fa molto male
           *[under18] Aspetta un momento
        }
    .step =
        { $age ->
            [adult] Non inviare altro, e contatta una linea d’ascolto gratuita e anonima.
            [unknown] Non inviare altro, e guarda quale aiuto esiste.
            [under6] Fallo vedere a un grande che si prende cura di te.
            [under10] Fallo vedere a un adulto di cui ti fidi.
           *[under18] Fermati qui, e parlane con un adulto di cui ti fidi o una linea d’ascolto.
        }

deterrence-coercion =
    { $age ->
        [adult] Spingere qualcuno a farsi del male può essere reato, e può mettere in pericolo un minore. Puoi fermarti adesso, qualunque cosa sia successa finora. Esiste un aiuto gratuito e anonimo per smettere.
        [unknown] Spingere qualcuno a farsi del male può essere contro la legge, e può mettere in pericolo un minore. Puoi fermarti adesso. Esiste un aiuto gratuito e anonimo per smettere.
        [under6] Per questo messaggio qualcuno può farsi male.
        [under10] Per questo messaggio qualcuno può farsi male, e un adulto può aiutarti.
       *[under18] Parole così possono mettere in pericolo qualcuno, anche per scherzo o per sfida, e fermarti adesso aiuta davvero l’altra persona. Se ti preoccupa come sta, o se qualcuno ti spinge a farlo, puoi avere aiuto.
    }
    .title =
        { $age ->
            [adult] Fermati qui: qualcuno può farsi male
            [unknown] Fermati qui: qualcuno può farsi male
           *[under18] Aspetta un momento
        }
    .step =
        { $age ->
            [adult] Non inviare altro, e contatta una linea d’ascolto gratuita e anonima.
            [unknown] Non inviare altro, e guarda quale aiuto esiste.
            [under6] Fallo vedere a un grande che si prende cura di te.
            [under10] Fallo vedere a un adulto di cui ti fidi.
           *[under18] Fermati qui, e parlane con un adulto di cui ti fidi o una linea d’ascolto.
        }

deterrence-sexual_content =
    { $age ->
        [adult] Mandare messaggi sessuali a un minore è illegale nella maggior parte dei Paesi e gli fa del male, anche se risponde. Puoi fermarti adesso. Esiste un aiuto gratuito e anonimo per smettere, prima o dopo che sia successo qualcosa.
        [unknown] Mandare messaggi sessuali a chi ha meno di 18 anni può essere contro la legge e gli fa del male, anche se risponde. Puoi fermarti qui. Esiste un aiuto gratuito e anonimo per smettere.
        [under6] Questo messaggio può far stare male qualcuno.
        [under10] Questo messaggio può far stare male qualcuno, e un adulto può aiutarti.
       *[under18] Non tutti hanno voglia di ricevere un messaggio così, e può sembrare una pressione. Chiediti se l’altra persona lo vuole, e lasciale lo spazio di dire di no. Se hai un dubbio, parlarne aiuta.
    }
    .title =
        { $age ->
            [adult] Fermati qui: questo può far male a un minore
            [unknown] Un momento: questo può fare del male
           *[under18] Aspetta un momento
        }
    .step =
        { $age ->
            [adult] Non inviare altro, e contatta una linea d’ascolto gratuita e anonima.
            [unknown] Non inviare altro, e guarda quale aiuto esiste.
            [under6] Fallo vedere a un grande che si prende cura di te.
            [under10] Fallo vedere a un adulto di cui ti fidi.
           *[under18] Fermati qui, e parlane con una persona di cui ti fidi.
        }

deterrence-bullying =
    { $age ->
        [adult] Minacciare o molestare un minore può essere illegale e gli fa del male. Puoi fermarti adesso e tornarci con più calma. Esiste un aiuto gratuito e anonimo, se è difficile smettere.
        [unknown] Minacce e molestie possono essere contro la legge e fanno male, soprattutto a chi ha meno di 18 anni. Puoi fermarti qui. Esiste un aiuto gratuito e anonimo, se è difficile smettere.
        [under6] Queste parole possono far diventare triste qualcuno.
        [under10] Queste parole possono far diventare triste qualcuno, anche se non lo fai apposta.
       *[under18] Parole così possono ferire davvero, anche per scherzo. La rabbia è normale: puoi dire che cosa ti dà fastidio senza ferire. Se tra voi c’è qualcosa che non va, parlarne con qualcuno aiuta.
    }
    .title =
        { $age ->
            [adult] Un momento: questo può ferire qualcuno
            [unknown] Un momento: questo può ferire qualcuno
           *[under18] Aspetta un momento
        }
    .step =
        { $age ->
            [adult] Fermati qui, e prenditi un po’ di tempo prima di scrivere ancora.
            [unknown] Fermati qui, e prenditi un po’ di tempo prima di scrivere ancora.
            [under6] Dillo con parole gentili.
            [under10] Prova a dirlo con parole più gentili.
           *[under18] Fai un respiro, e dillo in un altro modo o non dirlo.
        }

deterrence-sensitive_image =
    { $age ->
        [adult] Questa immagine forse è sessuale. Mandare un’immagine così a un minore, o l’immagine di un minore, è illegale nella maggior parte dei Paesi e fa del male al minore. Puoi fermarti adesso. Esiste un aiuto gratuito e anonimo per smettere.
        [unknown] Questa immagine forse è sessuale. Mandarla a chi ha meno di 18 anni, o mandare quella di chi ha meno di 18 anni, può essere contro la legge e gli fa del male. Puoi fermarti qui. Esiste un aiuto gratuito e anonimo per smettere.
        [under6] Questa immagine forse è privata.
        [under10] Questa immagine forse è privata, e un adulto può aiutarti.
       *[under18] Forse è un’immagine intima. Non tutti hanno voglia di riceverne, e se si vede un’altra persona, non sta a te condividerla. Se qualcuno ti fa pressione per mandarla, non è colpa tua.
    }
    .title =
        { $age ->
            [adult] Fermati qui: questo può far male a un minore
            [unknown] Un momento: questo può fare del male
           *[under18] Aspetta un momento
        }
    .step =
        { $age ->
            [adult] Non inviare altro, e contatta una linea d’ascolto gratuita e anonima.
            [unknown] Non inviare altro, e guarda quale aiuto esiste.
            [under6] Falla vedere a un grande che si prende cura di te.
            [under10] Falla vedere a un adulto di cui ti fidi.
           *[under18] Fermati qui, e parlane con una persona di cui ti fidi.
        }

deterrence-known_image =
    { $age ->
        [adult] Questa immagine sembra essere in un elenco di immagini dannose già note. Avere o condividere immagini sessuali di minori è illegale nella maggior parte dei Paesi, e ogni condivisione fa di nuovo male a un minore reale. Esiste un aiuto gratuito e anonimo per smettere.
        [unknown] Questa immagine sembra essere in un elenco di immagini dannose già note. Condividere immagini così può essere contro la legge e, se si vede un minore, ogni condivisione gli fa di nuovo male. Esiste un aiuto gratuito e anonimo per smettere.
        [under6] Questa immagine può fare del male a qualcuno.
        [under10] Questa immagine può fare del male a qualcuno, e un adulto può aiutarti.
       *[under18] Forse non lo sapevi: questa immagine sembra essere in un elenco di immagini che fanno del male a qualcuno. Inoltrarla può fargli ancora male. Se la cosa ti preoccupa, o se qualcuno ti spinge a farlo, puoi avere aiuto.
    }
    .title =
        { $age ->
            [adult] Fermati qui: questo può far male a un minore
            [unknown] Fermati qui: questo può fare del male
           *[under18] Aspetta un momento
        }
    .step =
        { $age ->
            [adult] Non inviare altro, e contatta una linea d’ascolto gratuita e anonima.
            [unknown] Non inviare altro, e guarda quale aiuto esiste.
            [under6] Vai a dirlo a un grande che si prende cura di te.
            [under10] Vai a dirlo a un adulto di cui ti fidi.
           *[under18] Fermati qui, e parlane con un adulto di cui ti fidi o una linea d’ascolto.
        }

## Che cosa si dice al genitore; $age è l’età di figlia o figlio
# Quale aiuto, mai una parola, mai un nome. Respirare, ascoltare, ringraziare, credere.

guardian-grooming = Forse qualcuno sta conquistando la fiducia di tua figlia o tuo figlio per approfittarne; può anche essere una cosa innocua. Prima respira. Ascolta, ringrazia per la fiducia, credi a quello che ti dice. Non cominciare con punizioni o togliendo il telefono. Conserva i messaggi; non contattare la persona.
    .title = Forse serve il tuo aiuto per un contatto online
    .step =
        { $age ->
            [under6] Siediti vicino e chiedi: «Chi ti parla lì dentro?»
            [under10] Sedetevi insieme e chiedi: «Con chi parli, e come ti fa sentire?»
            [under13] Trova un momento calmo e chiedi: «Qualcuno online ti ha chiesto di tenere un segreto?»
           *[under18] Trova un momento calmo, chiedi come puoi aiutare e decidete insieme il prossimo passo.
        }

guardian-sextortion = Forse tua figlia o tuo figlio subisce un ricatto, magari con delle immagini. Non è colpa sua. Prima respira. Ascolta, ringrazia, credi; niente punizioni. Non pagare, non contattare la persona, non inoltrare immagini. Conserva le prove e fate insieme la segnalazione.
    .title = Forse serve il tuo aiuto contro un ricatto
    .step =
        { $age ->
            [under6] Vai subito da lei o da lui e di’: «Non hai fatto niente di male. Ti aiuto io.»
            [under10] Vai subito da lei o da lui e di’: «Non hai fatto niente di male. Ti aiuto io.»
           *[under18] Vai subito da lei o da lui e di’: «Non è colpa tua. Lo risolviamo insieme.»
        }

guardian-sexual_content =
    { $age ->
        [under6] Forse sul dispositivo è apparso qualcosa che non è per bambini. Prima respira: la tua bambina o il tuo bambino non ha fatto niente di male. Resta vicino con calma, ascolta e ringrazia per la fiducia. Non punire e non inoltrare niente.
        [under10] Forse sul dispositivo è apparso qualcosa che non è per bambini. Prima respira: la tua bambina o il tuo bambino non ha fatto niente di male. Resta vicino con calma, ascolta e ringrazia per la fiducia. Non punire e non inoltrare niente.
       *[under18] Forse sono apparsi messaggi o contenuti sessuali; tua figlia o tuo figlio potrebbe non averli voluti. Prima respira. Ascolta, ringrazia, credi. Non cominciare con punizioni o togliendo il telefono. Se qualcuno ha insistito, conserva i messaggi; non contattare quella persona.
    }
    .title = Forse serve parlare insieme di un contenuto
    .step =
        { $age ->
            [under6] Chiedi con dolcezza: «Hai visto qualcosa di strano?»
            [under10] Chiedi con dolcezza: «Hai visto qualcosa che ti è sembrato strano?»
           *[under18] Chiedi in un momento calmo: «Qualcuno ti manda cose che non vuoi?»
        }

guardian-bullying = In questo periodo forse ci sono messaggi crudeli nella vita di tua figlia o tuo figlio. Prima respira. Ascolta, ringrazia per la fiducia, credi a quello che ti dice. Non rispondere al posto suo e non togliere il telefono: si taglierebbero anche i contatti con gli amici. Conserva i messaggi come prova.
    .title = Forse serve il tuo aiuto contro il bullismo
    .step =
        { $age ->
            [under6] Chiedi con dolcezza: «Qualcuno non è stato gentile con te?»
            [under10] Chiedi con dolcezza: «Qualcuno ti ha trattato male?»
           *[under18] Chiedi come va con gli altri, e decidete insieme il prossimo passo.
        }

guardian-self_harm =
    { $age ->
        [under6] La tua bambina o il tuo bambino forse è molto triste o ha paura. Prima respira, poi stai vicino. Ascolta senza correggere e ringrazia per la fiducia. Chiama oggi una linea d’ascolto o un medico. Se in questo momento non è al sicuro, chiama il numero di emergenza.
        [under10] La tua bambina o il tuo bambino forse è molto triste o ha paura. Prima respira, poi stai vicino. Ascolta senza correggere e ringrazia per la fiducia. Chiama oggi una linea d’ascolto o un medico. Se in questo momento non è al sicuro, chiama il numero di emergenza.
       *[under18] Tua figlia o tuo figlio forse sta molto male. Prima respira, poi stai vicino. Ascolta senza giudicare, ringrazia per la fiducia, credi a quello che ti dice. Chiama oggi una linea d’ascolto o un medico. Se in questo momento non è al sicuro, chiama il numero di emergenza.
    }
    .title = Tua figlia o tuo figlio forse sta male
    .step =
        { $age ->
            [under6] Vai subito da lei o da lui, e resta vicino.
            [under10] Vai subito da lei o da lui e di’: «Sono qui. Puoi dirmi tutto.»
           *[under18] Vai subito da lei o da lui e di’: «Sono qui. Questo peso lo portiamo insieme.»
        }

guardian-coercion = Forse qualcuno spinge tua figlia o tuo figlio a farsi del male o a farne ad altri. Non è colpa sua. Prima respira. Stai vicino, ascolta, ringrazia, credi; niente punizioni. Conserva i messaggi, non contattare la persona. Se c’è un pericolo adesso, chiama il numero di emergenza.
    .title = Tua figlia o tuo figlio forse è sotto pressione
    .step =
        { $age ->
            [under6] Vai subito da lei o da lui, e resta vicino.
            [under10] Vai subito da lei o da lui e di’: «Nessuno può obbligarti a farlo. Io sono qui.»
           *[under18] Vai subito da lei o da lui e di’: «Nessuno può obbligarti a farlo. Sto dalla tua parte.»
        }

guardian-personal_info = Tua figlia o tuo figlio forse sta per dire dove abita, dove studia o come si può contattare. Spesso non è niente di grave. Prima respira, ascolta e ringrazia per la fiducia. Non cominciare con punizioni. Se qualcuno ha insistito, conserva i messaggi; non contattare quella persona.
    .title = Forse serve il tuo aiuto con la privacy
    .step =
        { $age ->
            [under6] Mettetevi d’accordo: «Prima di dire dove abitiamo, chiedi a me.»
            [under10] Mettetevi d’accordo: «Prima di dire dove abitiamo, chiedi a me.»
           *[under18] Parlate di chi può sapere che cosa, e mettetevi d’accordo insieme.
        }

guardian-known_image = Sul dispositivo è apparsa un’immagine che sembra essere in un elenco di immagini dannose. Può essere arrivata senza che nessuno la chiedesse, e può esserci un errore. Prima respira. Ascolta, ringrazia, credi; niente punizioni. Non copiarla, non inoltrarla, non contattare chi l’ha mandata.
    .title = Forse serve il tuo aiuto con un’immagine
    .step =
        { $age ->
            [under6] Prima stai vicino a lei o a lui, poi chiedi a un servizio di segnalazione che cosa fare.
            [under10] Prima stai vicino a lei o a lui, poi chiedi a un servizio di segnalazione che cosa fare.
           *[under18] Prima ascolta tua figlia o tuo figlio, poi segnalatela insieme a un servizio di segnalazione.
        }

guardian-sensitive_image = È apparsa un’immagine forse privata o intima; il programma può sbagliare. Prima respira. Ascolta, ringrazia, credi. Non cominciare con punizioni o togliendo il telefono. Non inoltrare l’immagine. Se qualcuno ha insistito per averla, conserva i messaggi; non contattare quella persona.
    .title = Forse serve il tuo aiuto con un’immagine
    .step =
        { $age ->
            [under6] Chiedi con dolcezza: «Hai visto un’immagine strana?»
            [under10] Chiedi con dolcezza: «Un’immagine o una domanda ti è sembrata strana?»
           *[under18] Chiedi in un momento calmo: «Qualcuno ti fa pressione per delle immagini?»
        }

## Che cosa non si è potuto controllare, per chi è minore

unchecked-message =
    { $age ->
        [under6] Non è stato possibile controllare questo messaggio.
        [under10] Non è stato possibile controllare questo messaggio.
       *[under18] Non è stato possibile controllare questo messaggio. Non vuol dire che ci sia qualcosa che non va.
    }
    .step =
        { $age ->
            [under6] Chiedi a un grande che si prende cura di te di guardarlo con te.
            [under10] Se ti sembra strano, chiedi a un adulto.
            [under13] Fai attenzione, e se ti sembra strano chiedi a un adulto di cui ti fidi.
           *[under18] Fai attenzione, e se qualcosa non ti convince chiedi a una persona di cui ti fidi.
        }

unchecked-image =
    { $age ->
        [under6] Non è stato possibile controllare questa immagine.
        [under10] Non è stato possibile controllare questa immagine.
       *[under18] Non è stato possibile controllare questa immagine. Non vuol dire che ci sia qualcosa che non va.
    }
    .step =
        { $age ->
            [under6] Chiedi a un grande che si prende cura di te di guardarla prima.
            [under10] Chiedi a un adulto di guardarla prima.
            [under13] Aprila solo se sai che cos’è, o chiedi a un adulto di cui ti fidi.
           *[under18] Aprila solo se sai che cos’è.
        }

unchecked-stream =
    { $age ->
        [under6] Non è stato possibile controllare questo video.
        [under10] Non è stato possibile controllare questo video.
       *[under18] Non è stato possibile controllare questo video. Non vuol dire che ci sia qualcosa che non va.
    }
    .step =
        { $age ->
            [under6] Chiedi a un grande che si prende cura di te di guardarlo con te.
            [under10] Chiedi a un adulto di guardarlo con te.
            [under13] Continua solo se ti senti bene, o chiedi a un adulto di cui ti fidi.
           *[under18] Continua solo se ti senti bene. Puoi uscire quando vuoi.
        }

## Che cosa si dice del programma stesso

monitoring-notice =
    { $age ->
        [under6] Un programma su questo dispositivo guarda messaggi e immagini, e può dire a un grande che si prende cura di te che ti serve aiuto.
        [under10] Un programma su questo dispositivo controlla messaggi e immagini; può dire a un adulto che si prende cura di te che ti serve aiuto, ma non che cosa hai scritto.
        [under13] Un programma su questo dispositivo guarda messaggi e immagini per avvisarti degli inganni. Nessun adulto li legge attraverso il programma. Un adulto può sapere che ti serve aiuto e di che tipo, ma non che cosa è stato scritto né con chi.
       *[under18] Un programma controlla messaggi e immagini solo su questo dispositivo. Nessun adulto li legge attraverso il programma, e niente di ciò che guarda lascia il dispositivo. Un adulto può sapere che forse ti serve aiuto e di che tipo, mai le parole e mai con chi.
    }
    .title =
        { $age ->
            [under6] Un aiuto su questo dispositivo
            [under10] Un aiuto su questo dispositivo
            [under13] Un aiuto su questo dispositivo
           *[under18] Che cosa si controlla su questo dispositivo
        }

digest-delay =
    { $age ->
        [under6]
            { $hours ->
                [one] Tra { $hours } ora un grande che si prende cura di te saprà che forse ti serve aiuto.
               *[other] Tra { $hours } ore un grande che si prende cura di te saprà che forse ti serve aiuto.
            }
        [under10]
            { $hours ->
                [one] Tra { $hours } ora un adulto che si prende cura di te saprà che forse ti serve aiuto, ma non che cosa hai scritto.
               *[other] Tra { $hours } ore un adulto che si prende cura di te saprà che forse ti serve aiuto, ma non che cosa hai scritto.
            }
       *[under18]
            { $hours ->
                [one] Tra { $hours } ora un adulto saprà che forse ti serve aiuto e di che tipo, non che cosa è stato scritto né con chi. Se vuoi, parlagli prima, o parla con un’altra persona di cui ti fidi.
               *[other] Tra { $hours } ore un adulto saprà che forse ti serve aiuto e di che tipo, non che cosa è stato scritto né con chi. Se vuoi, parlagli prima, o parla con un’altra persona di cui ti fidi.
            }
    }
    .step =
        { $age ->
            [under6] Vai a dirlo a un grande che si prende cura di te.
            [under10] Vai a dirlo a un adulto di cui ti fidi.
           *[under18] Parlane prima, per esempio: «È successa una cosa su Internet. Te la posso raccontare?»
        }

## Il riepilogo per il genitore

digest-title = Dove forse serve la tua presenza
digest-none = Non è emerso niente che richieda la tua presenza. Chiedere come va online è sempre una buona idea.
digest-private = Qui non vedi parole né nomi. I messaggi di tua figlia o tuo figlio restano suoi, così chiederti aiuto resta facile. Vieni a sapere quale tipo di aiuto può servire, e puoi offrirlo.
digest-unchecked =
    { $count ->
        [one] Per { $count } messaggio o immagine il controllo non è stato possibile.
       *[other] Per { $count } messaggi o immagini il controllo non è stato possibile.
    }

urgency-calm = nessuna fretta
urgency-soon = parlarne nei prossimi giorni
urgency-today = parlarne oggi
urgency-now = andare subito da tua figlia o tuo figlio

frequency-once = una volta
frequency-several = più volte
frequency-often = spesso

trend-new = nuovo
trend-less = meno di prima
trend-same = più o meno come prima
trend-more = più di prima

## Servizi di aiuto

help-title = Chi può aiutare
help-free = gratuito
help-unverified = Numero non ancora confermato: guarda prima l’indirizzo web
help-verified = Confermato il { $date }
help-danger = C’è un pericolo adesso? Chiama il numero di emergenza.
help-hours = Orari

audience-child = Aiuto per bambini e ragazzi
audience-offender_help = Aiuto se ti preoccupano i tuoi pensieri o le tue azioni
audience-image_removal = Aiuto per far togliere immagini
audience-reporting_hotline = Segnalare contenuti dannosi

## Quando il programma ha sbagliato

contest-offer = Qui non c’è nessun problema
contest-thanks = Grazie di averlo detto. Anche i programmi sbagliano.
contest-reason-harmless = È innocuo
contest-reason-known_person = Conosco questa persona
contest-reason-wrong_language = Ha capito male la mia lingua
contest-reason-other = Un altro motivo
contest-limit =
    { $age ->
        [under6] Questo resta così, e un grande che si prende cura di te può guardarlo con te.
        [under10] Questo resta così, e un adulto di cui ti fidi può guardarlo con te.
        [under13] Per ora questo resta così. Se ti sembra sbagliato, fallo vedere a un adulto di cui ti fidi.
       *[under18] Per ora questo resta così. Se ti sembra sbagliato, parlane con una persona di cui ti fidi.
    }

## Pulsanti

uncover = Mostra
cover = Copri
back = Torna indietro
tell_adult =
    { $age ->
        [under6] Lo dico a un grande
        [under10] Lo dico a un adulto
        [adult] Lo dico a qualcuno di fiducia
       *[under18] Lo dico a un adulto di fiducia
    }
send_anyway = Invia comunque
do_not_send = Non inviare
