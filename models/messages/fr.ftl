# Ce que lisent les gens, en français. Les clés sont celles de en.ftl, la source. Règles et sources : README.md de ce dossier.
# Court, bienveillant, sans reproche, une seule chose à faire ensuite.
#
# On dit « tu » de under6 à under18, « vous » aux adultes, aux parents et quand l’âge est inconnu (unknown).
# Sans genre autant que possible : « ce n’est pas ta faute », « tu as le droit de ne pas », « rien ne t’oblige à ».
# Jamais « tu n’as pas à » : un enfant peut l’entendre comme un reproche. « Seul, seule » : selon $gender, sinon neutre.
# Espaces : fine insécable (U+202F) avant ; ! ? et dans les guillemets, insécable (U+00A0) avant les deux-points.

## Ce qui a été trouvé, pour la personne qui lit un rapport
behavior-age_query = demande l’âge de l’enfant
behavior-personal_info_query = demande des informations personnelles
behavior-alone_query = demande s’il y a quelqu’un auprès de l’enfant
behavior-secrecy = demande de garder un secret
behavior-isolation = monte l’enfant contre sa famille ou ses amis
behavior-flattery_maturity = flatte l’apparence ou la maturité
behavior-gift_offer = propose des cadeaux, de l’argent ou des avantages
behavior-platform_switch = veut passer sur une autre application
behavior-meeting = veut une rencontre en personne
behavior-photo_request = demande une photo ou la caméra
behavior-reciprocity_pressure = dit que l’enfant lui doit quelque chose
behavior-romance_declaration = fait une déclaration d’amour
behavior-guilt_manipulation = fait culpabiliser l’enfant
behavior-testing_boundaries = teste les limites de l’enfant
behavior-threat_sextortion = menace de publier ou exige un paiement
behavior-coercion_selfharm = pousse l’enfant à se faire du mal
behavior-personal_info_disclosure = l’enfant donne des informations personnelles
behavior-refusal = l’enfant dit non
behavior-distress = l’enfant a peur ou est en détresse

cue-unmistakable = quelque chose de très clair a été dit
cue-persistence = continue malgré le refus ou la détresse de l’enfant
cue-stage_mix = plusieurs formes d’approche se combinent
cue-clear_sign = au moins un signe d’alerte clair
cue-one_sided_questions = l’un pose les questions, l’autre répond
cue-early_private_channel = un échange privé ou une image ont été demandés très tôt
cue-tone = le ton des derniers messages
cue-night = écrit la nuit
cue-many_children = écrit à beaucoup d’enfants
relation-unknown = l’application ne sait pas qui est cette personne
relation-stranger = personne inconnue
relation-known = contact connu
relation-family = membre de la famille
relation-school = de l’école de l’enfant
stage-initial_contact = premier contact
stage-trust_building = mise en confiance
stage-isolation = isolement
stage-dependency_creation = mise en place d’une dépendance
stage-sexual_introduction = abaissement des limites
stage-maintenance = maintien du contact
stage-control = contrôle par la menace

category-grooming = une approche qui peut préparer un abus
category-sextortion = chantage
category-sexual_content = contenu sexuel
category-bullying = harcèlement
category-self_harm = un enfant en détresse
category-coercion = pression pour faire du mal
category-personal_info = informations personnelles sur le point d’être envoyées
category-known_image = une image connue
category-sensitive_image = une image peut-être sensible

action-allow = rien à faire
action-indicate = afficher un signe et de l’aide
action-blur = masquer
action-interrupt = arrêter et demander d’abord
action-mute = ne pas laisser passer

reason-conversation-pattern = la conversation dans son ensemble

## Ce qu’on dit à l’enfant qui reçoit quelque chose
# Dans l’ordre : pas ta faute, un geste sûr, un adulte de confiance. La ligne d’écoute vient dessous, de la liste des services.

notice-grooming =
    { $age ->
        [under6] Tu n’as rien fait de mal, et un adulte qui s’occupe de toi peut t’aider.
        [under10] Ce n’est pas ta faute : sur Internet, certaines personnes font seulement semblant d’être gentilles.
        [under13] Ce n’est pas ta faute. Certaines personnes font semblant d’être tes amies pour obtenir ce qu’elles veulent. Un vrai ami est d’accord pour que tu en parles à un adulte, et rien ne t’oblige à garder un secret qui te met mal à l’aise.
        [under16] Ce n’est pas ta faute. Quelqu’un cherche peut-être à gagner ta confiance pour obtenir quelque chose de toi. Tu peux arrêter à tout moment, même après avoir dit oui. Ne change pas d’application et évite tout rendez-vous en tête-à-tête : une personne qui tient à toi le comprendra.
        [adult] S’il se passe ici quelque chose d’anormal, ce n’est pas votre faute. Certains signes font penser à une confiance gagnée pour prendre le contrôle : secrets, pression, envie de parler dans un endroit plus privé. C’est peut-être sans gravité. Vous pouvez dire non à tout moment, même après un oui.
       *[under18] S’il se passe ici quelque chose d’anormal, ce n’est pas ta faute. Certains signes font penser à une confiance gagnée pour prendre le contrôle : secrets, pression, envie de parler dans un endroit plus privé. C’est peut-être sans gravité. Tu peux dire non à tout moment, même après un oui.
    }
    .title =
        { $age ->
            [under6] Va chercher un adulte
            [under10] On s’arrête un instant
            [under13] C’est peut-être un piège
           *[under18] Cette conversation cache peut-être autre chose
        }
    .step =
        { $age ->
            [under6] Montre-le à un adulte qui s’occupe de toi.
            [under10] Montre-le à un adulte en qui tu as confiance.
            [under13] N’écris plus pour l’instant et montre-le à un adulte de confiance.
            [under16] Dis à un adulte de confiance : « Je peux te montrer une conversation qui me gêne ? »
            [adult] Cessez d’écrire pour l’instant et demandez à une personne de confiance ce qu’elle en pense.
           *[under18] Cesse d’écrire pour l’instant et demande à un adulte de confiance ce qu’il en pense.
        }

notice-sextortion =
    { $age ->
        [under6] Quelqu’un n’est pas gentil, et ce n’est pas ta faute.
        [under10] Quelqu’un essaie de te faire peur, et ce n’est pas ta faute.
        [under13] Ce n’est pas ta faute. Certaines personnes font peur aux enfants pour avoir de l’argent ou des images. C’est un piège : le chantage. N’envoie ni argent ni image, même si tu l’as déjà fait. Ne réponds plus et bloque, mais n’efface rien.
        [under16] Ce n’est pas ta faute. Cela ressemble à du chantage ; ça arrive à beaucoup d’ados, aux garçons aussi. N’envoie pas d’argent et plus aucune image, même si tu l’as déjà fait. Ne réponds plus et bloque, mais n’efface rien : ce sont des preuves. Tu peux t’en sortir.
        [adult] Ce n’est pas votre faute. Cela ressemble à du chantage ; cela arrive à beaucoup de gens, aux hommes aussi, parfois avec de fausses images. N’envoyez ni argent ni rien d’autre, même si vous l’avez déjà fait. Ne répondez plus, bloquez, n’effacez rien. Des services gratuits aident à faire retirer des images.
       *[under18] Ce n’est pas ta faute. Cela ressemble à du chantage ; ça arrive à beaucoup de gens, aux garçons aussi, parfois avec de fausses images. N’envoie ni argent ni rien d’autre, même si tu l’as déjà fait. Ne réponds plus, bloque, n’efface rien. Des services gratuits aident à faire retirer des images.
    }
    .title =
        { $age ->
            [under6] Tu n’as rien fait de mal
            [under10] Tu n’as rien fait de mal
            [under13] C’est un piège, et on peut t’aider
           *[under18] Chantage : on peut s’en sortir
        }
    .step =
        { $age ->
            [under6] Montre-le à un adulte qui s’occupe de toi.
            [under10] Ne réponds pas. Montre-le à un adulte en qui tu as confiance.
            [under13] Ne réponds plus et parles-en maintenant à un adulte de confiance. Tu n’as rien fait de mal.
            [under16] Dis à un adulte de confiance : « Quelqu’un me menace sur Internet. Aide-moi, s’il te plaît. »
            [adult] Parlez-en aujourd’hui à une personne de confiance ou à une ligne d’écoute. On peut vous aider.
           *[under18] Parles-en aujourd’hui à un adulte de confiance ou à une ligne d’écoute. On peut t’aider.
        }

notice-sexual_content =
    { $age ->
        [under6] Tu n’as rien fait de mal, et tu as le droit de ne pas regarder.
        [under10] Ce n’est pas pour les enfants, et si tu l’as reçu, ce n’est pas ta faute.
        [under13] Ce n’est pas ta faute si tu as reçu ça. Ce n’est pas fait pour ton âge. Personne n’a le droit de te pousser à regarder, à répondre ou à envoyer quelque chose du même genre.
        [under16] Ce n’est pas ta faute si tu as reçu ça. Le contenu semble sexuel. Rien ne t’oblige à regarder, à répondre ni à envoyer quelque chose en retour, même si tu l’as déjà fait. Tu peux bloquer la personne qui l’a envoyé.
        [adult] Si vous ne le vouliez pas, ce n’est pas votre faute. Le contenu semble sexuel. Rien ne vous oblige à regarder, à répondre ni à envoyer quelque chose en retour, quoi que vous ayez dit avant. Vous pouvez bloquer et signaler le compte.
       *[under18] Si tu ne le voulais pas, ce n’est pas ta faute. Le contenu semble sexuel. Rien ne t’oblige à regarder, à répondre ni à envoyer quelque chose en retour, quoi que tu aies dit avant. Tu peux bloquer et signaler le compte.
    }
    .title =
        { $age ->
            [adult] Rien ne vous oblige à regarder
           *[under18] Tu as le droit de ne pas regarder
        }
    .step =
        { $age ->
            [under6] Montre-le à un adulte qui s’occupe de toi.
            [under10] Laisse ça, et parles-en à un adulte en qui tu as confiance.
            [under13] Ne l’ouvre pas et parles-en à un adulte de confiance.
            [under16] Dis à un adulte de confiance : « On m’a envoyé quelque chose qui me met mal à l’aise. »
            [adult] Ne l’ouvrez pas si vous n’en voulez pas, et bloquez la personne qui l’a envoyé.
           *[under18] Ne l’ouvre pas si tu n’en veux pas, et bloque la personne qui l’a envoyé.
        }

notice-bullying =
    { $age ->
        [under6] Ce n’était pas gentil, et ce n’est pas ta faute.
        [under10] Quelqu’un est méchant avec toi, et ce n’est pas ta faute.
        [under13] Ce n’est pas ta faute. Certaines personnes écrivent des méchancetés juste pour avoir une réponse, et rien ne t’oblige à en donner une. Garde le message : il montre ce qui s’est passé.
        [under16] Ce n’est pas ta faute, et personne ne devrait t’écrire comme ça. Rien ne t’oblige à répondre. Garde le message comme preuve, puis masque ou bloque la personne, et signale-la dans l’application si tu veux.
        [adult] Ce n’est pas votre faute, et personne ne devrait vous écrire ainsi. Rien ne vous oblige à répondre. Gardez le message comme preuve, puis bloquez et signalez la personne dans l’application. En cas de menaces, il existe aussi de l’aide ailleurs.
       *[under18] Ce n’est pas ta faute, et personne ne devrait t’écrire comme ça. Rien ne t’oblige à répondre. Garde le message comme preuve, puis bloque et signale la personne dans l’application. En cas de menaces, tu peux aussi trouver de l’aide ailleurs.
    }
    .title =
        { $age ->
            [under6] Ce n’était pas gentil
            [under10] Ce n’était pas gentil
            [adult] Personne ne devrait vous écrire ainsi
           *[under18] Personne ne devrait t’écrire comme ça
        }
    .step =
        { $age ->
            [under6] Montre-le à un adulte qui s’occupe de toi.
            [under10] Ne réponds pas. Montre-le à un adulte en qui tu as confiance.
            [under13] Ne réponds pas. Garde le message et montre-le à un adulte de confiance.
            [under16] Dis à un adulte de confiance : « On est méchant avec moi sur Internet. On peut en parler ? »
            [adult] Ne répondez pas. Gardez le message, bloquez, et parlez-en à une personne de confiance.
           *[under18] Ne réponds pas. Garde le message, bloque, et parles-en à quelqu’un de confiance.
        }

# L’enfant est en détresse : du soin, jamais de faute, jamais « bloqué ». Dès dix ans, la ligne d’écoute d’abord.
notice-self_harm =
    { $age ->
        [under6]
            { $gender ->
                [feminine] Merci de dire ce que tu ressens : tu n’es pas toute seule.
                [masculine] Merci de dire ce que tu ressens : tu n’es pas tout seul.
               *[other] Merci de dire ce que tu ressens : il y a quelqu’un pour t’aider.
            }
        [under10]
            { $gender ->
                [feminine] Merci de dire ce que tu ressens : ce n’est pas ta faute, et tu n’es pas toute seule.
                [masculine] Merci de dire ce que tu ressens : ce n’est pas ta faute, et tu n’es pas tout seul.
               *[other] Merci de dire ce que tu ressens : ce n’est pas ta faute, et il y a quelqu’un pour t’aider.
            }
        [under13] Merci de dire ce que tu ressens. Ce n’est pas ta faute, et d’autres peuvent porter ça avec toi. Les personnes d’une ligne d’écoute pour enfants entendent chaque jour des émotions comme les tiennes. Si tu n’es pas en sécurité en ce moment, appelle le numéro d’urgence.
        [under16] Merci de l’avoir dit. Ce n’est pas ta faute, et d’autres peuvent porter ça avec toi. Une ligne d’écoute, c’est quelqu’un qui t’écoute sans juger, et avec de l’aide ça peut aller mieux. Si tu n’es pas en sécurité en ce moment, appelle le numéro d’urgence.
        [adult] Merci de l’avoir dit. Ce n’est pas votre faute, et d’autres peuvent porter cela avec vous. Une ligne d’écoute, c’est quelqu’un qui vous écoute sans juger ; une personne de confiance ou un médecin peut ensuite vous aider. Si vous n’êtes pas en sécurité en ce moment, appelez le numéro d’urgence.
       *[under18] Merci de l’avoir dit. Ce n’est pas ta faute, et d’autres peuvent porter ça avec toi. Une ligne d’écoute, c’est quelqu’un qui t’écoute sans juger ; un adulte de confiance ou un médecin peut ensuite t’aider. Si tu n’es pas en sécurité en ce moment, appelle le numéro d’urgence.
    }
    .title =
        { $age ->
            [under6]
                { $gender ->
                    [feminine] Tu n’es pas toute seule
                    [masculine] Tu n’es pas tout seul
                   *[other] Il y a quelqu’un pour t’écouter
                }
            [under10]
                { $gender ->
                    [feminine] Tu n’es pas toute seule
                    [masculine] Tu n’es pas tout seul
                   *[other] Il y a quelqu’un pour t’écouter
                }
            [adult]
                { $gender ->
                    [feminine] Merci de l’avoir dit. Vous n’êtes pas seule
                    [masculine] Merci de l’avoir dit. Vous n’êtes pas seul
                   *[other] Merci de l’avoir dit. Il existe de l’aide
                }
           *[under18]
                { $gender ->
                    [feminine] Merci de l’avoir dit. Tu n’es pas seule
                    [masculine] Merci de l’avoir dit. Tu n’es pas seul
                   *[other] Merci de l’avoir dit. On peut t’aider
                }
        }
    .step =
        { $age ->
            [under6] Va voir maintenant l’adulte qui s’occupe de toi et dis-lui ce que tu ressens.
            [under10] Va voir maintenant un adulte en qui tu as confiance et dis-lui ce que tu ressens.
            [under13] Appelle une ligne d’écoute pour enfants ou écris-lui maintenant, puis parle à un adulte de confiance.
            [under16] Contacte une ligne d’écoute maintenant, puis dis à un adulte : « Je ne vais pas bien. Écoute-moi, s’il te plaît. »
            [adult] Contactez une ligne d’écoute maintenant, puis parlez à une personne de confiance ou à un médecin.
           *[under18] Contacte une ligne d’écoute maintenant, puis parle à un adulte de confiance ou à un médecin.
        }

notice-coercion =
    { $age ->
        [under6] Personne n’a le droit de te faire faire des choses qui font mal, et ce n’est pas ta faute.
        [under10] Personne n’a le droit de te faire faire des choses qui font mal, et ce n’est pas ta faute.
        [under13] Ce n’est pas ta faute. Personne n’a le droit de te pousser à te faire du mal ou à en faire à quelqu’un. Certains appellent ça un jeu ou une épreuve. C’est un piège, et tu peux arrêter à tout moment.
        [under16] Ce n’est pas ta faute. Personne n’a le droit de te pousser à te faire du mal ou à en faire aux autres, quelles que soient les menaces. Tu peux arrêter maintenant, même si tu as déjà fait quelque chose. Si tu n’es pas en sécurité en ce moment, appelle le numéro d’urgence.
        [adult] Ce n’est pas votre faute. Pousser quelqu’un à se faire du mal ou à en faire aux autres est une violence, même si on appelle ça un jeu ou une épreuve. Vous pouvez arrêter à tout moment, quelles que soient les menaces. Si vous n’êtes pas en sécurité en ce moment, appelez le numéro d’urgence.
       *[under18] Ce n’est pas ta faute. Pousser quelqu’un à se faire du mal ou à en faire aux autres est une violence, même si on appelle ça un jeu ou une épreuve. Tu peux arrêter à tout moment, quelles que soient les menaces. Si tu n’es pas en sécurité en ce moment, appelle le numéro d’urgence.
    }
    .title =
        { $age ->
            [adult] Rien ne vous oblige à le faire
           *[under18] Tu as le droit de dire non
        }
    .step =
        { $age ->
            [under6] Va voir maintenant un adulte qui s’occupe de toi.
            [under10] Ne le fais pas. Va voir maintenant un adulte en qui tu as confiance.
            [under13] Ne réponds plus et va voir maintenant un adulte de confiance.
            [under16] Ne réponds plus et dis à un adulte : « On me met la pression. J’ai besoin d’aide maintenant. »
            [adult] Ne répondez plus, gardez les messages et parlez-en maintenant à une personne de confiance.
           *[under18] Ne réponds plus, garde les messages et parles-en maintenant à un adulte de confiance.
        }

notice-personal_info =
    { $age ->
        [under6] Là où tu habites, c’est seulement pour les gens que ta famille connaît.
        [under10] Ta maison, ton école et ton numéro, c’est seulement pour les gens que connaissent les adultes qui s’occupent de toi.
        [under13] Cela dit qui tu es ou où te trouver. Sur Internet, certaines personnes ne sont pas celles qu’elles disent être. Rien ne t’oblige à répondre, et un vrai ami peut attendre.
        [under16] Cela peut dire où te trouver : une adresse, une école, un numéro. Rien ne t’oblige à le donner, et un ami peut attendre. Si quelqu’un insiste pour savoir, c’est une bonne raison de bloquer cette personne.
        [adult] Cela peut montrer qui vous êtes ou où vous trouver : une adresse, une école, un numéro, un compte. Vous ne le devez à personne. Si quelqu’un insiste, c’est une bonne raison de bloquer cette personne.
       *[under18] Cela peut montrer qui tu es ou où te trouver : une adresse, une école, un numéro, un compte. Tu ne le dois à personne. Si quelqu’un insiste, c’est une bonne raison de bloquer cette personne.
    }
    .title =
        { $age ->
            [under6] Attends un peu
            [under10] Attends un peu
            [adult] Un instant : il s’agit de vous
           *[under18] Un instant : il s’agit de toi
        }
    .step =
        { $age ->
            [under6] Demande d’abord à un adulte qui s’occupe de toi.
            [under10] Demande d’abord à un adulte en qui tu as confiance.
            [under13] Attends, et demande à un adulte de confiance avant de dire quoi que ce soit.
            [adult] Prenez un instant : connaissez-vous cette personne en vrai, et a-t-elle besoin de le savoir ?
           *[under18] Prends un instant : connais-tu cette personne en vrai, et a-t-elle besoin de le savoir ?
        }

notice-known_image =
    { $age ->
        [under6] Tu n’as rien fait de mal, et tu as le droit de ne pas regarder cette image.
        [under10] Cette image peut faire du mal à quelqu’un, et si tu l’as reçue, ce n’est pas ta faute.
        [under13] Ce n’est pas ta faute si tu as reçu ça. L’image semble figurer sur une liste d’images qui font du mal à quelqu’un. Tu as le droit de ne pas regarder. S’il te plaît, ne la garde pas et ne l’envoie à personne.
        [under16] Ce n’est pas ta faute si tu as reçu ça. L’image semble figurer sur une liste d’images à ne pas partager, parce qu’elles font du mal à quelqu’un. S’il te plaît, ne l’envoie à personne. Si c’est toi qu’on y voit, on peut t’aider à la faire retirer.
        [adult] Ce n’est pas votre faute si vous avez reçu cela. L’image semble figurer sur une liste d’images qui font du mal à la personne qu’on y voit. Merci de ne pas la transmettre ; vous pouvez la signaler. Si c’est vous qu’on y voit, des services gratuits aident à la faire retirer.
       *[under18] Ce n’est pas ta faute si tu as reçu ça. L’image semble figurer sur une liste d’images qui font du mal à la personne qu’on y voit. Merci de ne pas la transmettre ; tu peux la signaler. Si c’est toi qu’on y voit, des services gratuits aident à la faire retirer.
    }
    .title =
        { $age ->
            [under6] Tu as le droit de ne pas regarder
            [under10] Tu as le droit de ne pas regarder
           *[under18] Cette image ne doit pas être partagée
        }
    .step =
        { $age ->
            [under6] Va le dire à un adulte qui s’occupe de toi.
            [under10] Laisse-la, et parles-en à un adulte en qui tu as confiance.
            [under13] Ne l’ouvre pas, et dis à un adulte de confiance que tu l’as reçue.
            [under16] Dis à un adulte de confiance : « On m’a envoyé une image qui pose problème. »
            [adult] Ne la transmettez pas. Signalez-la ou demandez de l’aide à une personne de confiance.
           *[under18] Ne la transmets pas. Signale-la ou demande de l’aide à un adulte de confiance.
        }

notice-sensitive_image =
    { $age ->
        [under6] Tu n’as rien fait de mal, et tu as le droit de ne pas regarder cette image.
        [under10] Cette image montre peut-être quelque chose de privé, et si tu l’as reçue, ce n’est pas ta faute.
        [under13] Ce n’est pas ta faute si tu as reçu ça. L’image montre peut-être quelque chose de privé, comme ce que cache un maillot de bain. Tu as le droit de ne pas regarder, et personne n’a le droit de t’en demander une pareille.
        [under16] Ce n’est pas ta faute si tu as reçu ça. C’est peut-être une image intime. Rien ne t’oblige à regarder, à répondre ni à en envoyer une, même après un oui. Si on y voit quelqu’un que tu connais, s’il te plaît, ne la transmets pas.
        [adult] Ce n’est pas votre faute si vous avez reçu cela. C’est peut-être une image intime ; le programme peut aussi se tromper. Rien ne vous oblige à regarder, à répondre ni à en envoyer une, même après un oui. Si vous n’en voulez pas, vous pouvez bloquer et signaler.
       *[under18] Ce n’est pas ta faute si tu as reçu ça. C’est peut-être une image intime ; le programme peut aussi se tromper. Rien ne t’oblige à regarder, à répondre ni à en envoyer une, même après un oui. Si tu n’en veux pas, tu peux bloquer et signaler.
    }
    .title =
        { $age ->
            [under6] Tu as le droit de ne pas regarder
            [under10] Tu as le droit de ne pas regarder
           *[under18] Cette image est peut-être privée
        }
    .step =
        { $age ->
            [under6] Montre-la à un adulte qui s’occupe de toi.
            [under10] Laisse-la, et parles-en à un adulte en qui tu as confiance.
            [under13] Ne l’ouvre pas et parles-en à un adulte de confiance.
            [under16] Ne l’ouvre pas, et dis à un adulte : « On m’a envoyé une image que je ne voulais pas. »
            [adult] Ne l’ouvrez pas si vous n’en voulez pas, et bloquez la personne qui l’a envoyée.
           *[under18] Ne l’ouvre pas si tu n’en veux pas, et bloque la personne qui l’a envoyée.
        }

## Ce qu’on dit à l’enfant qui s’apprête à envoyer quelque chose
# Une pause, pas une interdiction : c’est l’enfant qui choisit.

sending-personal_info =
    { $age ->
        [under6] Ça parle de toi ou de ta maison, alors demande d’abord à un adulte qui s’occupe de toi.
        [under10] Ça peut dire où tu habites ou quelle est ton école, alors demande d’abord à un adulte.
        [under13] Cela peut dire qui tu es ou où te trouver. Sur Internet, certaines personnes ne sont pas celles qu’elles disent être. Tu peux encore décider de ne pas l’envoyer, et un vrai ami le comprendra.
        [under16] Cela peut dire où te trouver : une adresse, une école, un numéro. Connais-tu cette personne dans la vraie vie, et en a-t-elle besoin ? Si on te met la pression, tu peux dire non, même après un oui. C’est toi qui décides.
        [adult] Cela ressemble à une adresse, une école, un numéro ou une autre information sur vous. Qui va la recevoir, et pour quoi faire ? Personne n’en a besoin comme preuve de confiance. C’est vous qui décidez.
       *[under18] Cela ressemble à une adresse, une école, un numéro ou une autre information sur toi. Qui va la recevoir, et pour quoi faire ? Personne n’en a besoin comme preuve de confiance. C’est toi qui décides.
    }
    .title =
        { $age ->
            [under6] Attends un peu
            [under10] Attends un peu
           *[under18] Une pause avant d’envoyer
        }
    .step =
        { $age ->
            [under6] Demande d’abord à un adulte qui s’occupe de toi.
            [under10] Demande d’abord à un adulte en qui tu as confiance.
            [under13] Demande à un adulte de confiance avant d’envoyer.
            [adult] Enlevez ce que cette personne n’a pas besoin de savoir, ou n’envoyez pas.
           *[under18] Enlève ce que cette personne n’a pas besoin de savoir, ou n’envoie pas.
        }

sending-sensitive_image =
    { $age ->
        [under6] Cette image est peut-être privée, alors demande d’abord à un adulte qui s’occupe de toi.
        [under10] Cette image montre peut-être quelque chose de privé, et tu as le droit de ne l’envoyer à personne.
        [under13] Tu as le droit de ne pas envoyer cette image. Montre-t-elle ce que cache un maillot de bain ? Est-ce que quelqu’un insiste ? Ta famille serait-elle d’accord ? Si une réponse t’inquiète, arrête-toi là. Si quelqu’un te la demande, ce n’est pas ta faute.
        [under16] Rien ne t’oblige à envoyer une image comme celle-ci, même par amour, même après un oui. Est-ce que quelqu’un insiste ? Et si d’autres la voyaient, ça irait pour toi ? Si on y voit quelqu’un d’autre, ce n’est pas à toi de la partager. C’est toi qui décides.
        [adult] C’est peut-être une image intime. Vous ne la devez à personne, et un oui peut devenir un non. Est-ce que quelqu’un insiste ? Et si d’autres la voyaient, cela vous irait-il ? Si on y voit quelqu’un d’autre, ce n’est pas à vous de la partager. C’est vous qui décidez.
       *[under18] C’est peut-être une image intime. Tu ne la dois à personne, et un oui peut devenir un non. Est-ce que quelqu’un insiste ? Et si d’autres la voyaient, ça irait pour toi ? Si on y voit quelqu’un d’autre, ce n’est pas à toi de la partager. C’est toi qui décides.
    }
    .title =
        { $age ->
            [under6] Attends un peu
            [under10] Attends un peu
           *[under18] Une pause avant d’envoyer
        }
    .step =
        { $age ->
            [under6] Demande d’abord à un adulte qui s’occupe de toi.
            [under10] Arrête-toi, et si quelqu’un te la demande, dis-le à un adulte en qui tu as confiance.
            [under13] Arrête-toi, et si quelqu’un te la demande, parles-en à un adulte de confiance.
            [under16] Si on te met la pression, dis : « Je n’envoie pas ça. » Pas besoin de te justifier.
            [adult] En cas de doute, ne l’envoyez pas. Un « non » n’a pas besoin de raison.
           *[under18] En cas de doute, ne l’envoie pas. Un « non » n’a pas besoin de raison.
        }

sending-known_image =
    { $age ->
        [under6] Cette image peut faire du mal à quelqu’un, alors demande d’abord à un adulte qui s’occupe de toi.
        [under10] Cette image peut faire du mal à quelqu’un, et un adulte peut t’aider.
        [under13] Tu ne le savais peut-être pas : cette image semble figurer sur une liste d’images qui font du mal à quelqu’un. L’envoyer peut lui faire encore du mal. Si quelqu’un veut que tu l’envoies, ce n’est pas ta faute.
        [under16] Tu ne le savais peut-être pas : cette image semble figurer sur une liste d’images qui font du mal à quelqu’un. La transmettre peut lui faire encore du mal. Si on te met la pression, ce n’est pas ta faute. Si c’est toi qu’on y voit, on peut t’aider à la faire retirer.
        [adult] Vous ne le saviez peut-être pas : cette image semble figurer sur une liste d’images qui font du mal à la personne qu’on y voit. La transmettre peut lui faire encore du mal. Si c’est vous, ce n’est pas votre faute, et des services gratuits aident à la faire retirer.
       *[under18] Tu ne le savais peut-être pas : cette image semble figurer sur une liste d’images qui font du mal à la personne qu’on y voit. La transmettre peut lui faire encore du mal. Si c’est toi, ce n’est pas ta faute, et des services gratuits aident à la faire retirer.
    }
    .title =
        { $age ->
            [under6] Attends un peu
            [under10] Attends un peu
           *[under18] Une pause avant d’envoyer
        }
    .step =
        { $age ->
            [under6] Demande d’abord à un adulte qui s’occupe de toi.
            [under10] Laisse-la, et parles-en à un adulte en qui tu as confiance.
            [under13] Ne l’envoie pas. Raconte à un adulte de confiance comment tu l’as reçue.
            [under16] Ne l’envoie pas, et dis à un adulte : « J’ai une image qui pose problème. »
            [adult] Ne l’envoyez pas, et demandez à une personne de confiance ou à une ligne d’écoute quoi faire.
           *[under18] Ne l’envoie pas, et demande à un adulte de confiance ou à une ligne d’écoute quoi faire.
        }

sending-sexual_content =
    { $age ->
        [under6] Un adulte qui s’occupe de toi peut t’aider pour ce message.
        [under10] Ce message parle peut-être de choses privées, alors demande d’abord à un adulte.
        [under13] On dirait que ça parle de choses très privées. Est-ce que quelqu’un veut que tu écrives comme ça ? Rien ne t’y oblige, et si on te le demande, ce n’est pas ta faute.
        [under16] Ce message peut sembler sexuel. Est-ce que toi, tu en as envie, ou est-ce que quelqu’un l’attend de toi ? Une personne qui tient à toi n’insiste pas. Tu peux arrêter à tout moment, même après un oui. C’est toi qui décides.
        [adult] Ce message peut sembler sexuel. Est-ce bien votre envie, savez-vous qui va le recevoir, et cette personne le souhaite-t-elle ? Si on vous met la pression, ce n’est pas votre faute. Vous pouvez arrêter à tout moment, même après un oui. C’est vous qui décidez.
       *[under18] Ce message peut sembler sexuel. Est-ce bien ton envie, sais-tu qui va le recevoir, et cette personne le souhaite-t-elle ? Si on te met la pression, ce n’est pas ta faute. Tu peux arrêter à tout moment, même après un oui. C’est toi qui décides.
    }
    .title =
        { $age ->
            [under6] Attends un peu
            [under10] Attends un peu
           *[under18] Une pause avant d’envoyer
        }
    .step =
        { $age ->
            [under6] Montre-le à un adulte qui s’occupe de toi.
            [under10] Montre-le à un adulte en qui tu as confiance.
            [under13] Arrête-toi, et si quelqu’un te l’a demandé, parles-en à un adulte de confiance.
            [adult] Prenez un moment. Si vous sentez une pression ou un doute, n’envoyez pas.
           *[under18] Prends un moment. Si tu sens une pression ou un doute, n’envoie pas.
        }

sending-bullying =
    { $age ->
        [under6] Ces mots peuvent rendre quelqu’un triste.
        [under10] Ces mots peuvent rendre quelqu’un triste, même si tu ne le fais pas exprès.
        [under13] Tu as le droit d’être en colère, mais des mots comme ça peuvent vraiment blesser. Tu peux plutôt dire ce qui te gêne : « Ça ne m’a pas plu. »
        [under16] Tu as le droit d’être en colère ou de plaisanter, mais à l’écrit on n’entend pas le ton, et ça peut vraiment blesser. Dis ce qui te gêne, ou attends d’être au calme. Si l’autre a commencé à être cruel, tu peux bloquer et demander de l’aide. C’est toi qui décides.
        [adult] Cela peut blesser plus que vous ne le voulez : à l’écrit, on n’entend pas le ton. Vous pouvez dire ce qui vous gêne, ou y revenir plus tard, au calme. Si l’autre a commencé à être cruel, vous pouvez bloquer et demander de l’aide. C’est vous qui décidez.
       *[under18] Cela peut blesser plus que tu ne le veux : à l’écrit, on n’entend pas le ton. Tu peux dire ce qui te gêne, ou y revenir plus tard, au calme. Si l’autre a commencé à être cruel, tu peux bloquer et demander de l’aide. C’est toi qui décides.
    }
    .title =
        { $age ->
            [under6] Attends un peu
            [under10] Attends un peu
           *[under18] Une pause avant d’envoyer
        }
    .step =
        { $age ->
            [under6] Dis-le avec des mots gentils.
            [under10] Essaie de le dire avec des mots plus gentils.
            [under13] Respire, et essaie de le dire plus gentiment.
            [adult] Respirez, puis écrivez ce que vous voulez faire comprendre.
           *[under18] Respire, puis écris ce que tu veux faire comprendre.
        }

# En parler à quelqu’un est une bonne chose : ne jamais l’empêcher.
sending-self_harm =
    { $age ->
        [under6]
            { $gender ->
                [feminine] C’est bien de dire ce que tu ressens : tu n’es pas toute seule.
                [masculine] C’est bien de dire ce que tu ressens : tu n’es pas tout seul.
               *[other] C’est bien de dire ce que tu ressens : il y a quelqu’un pour t’aider.
            }
        [under10]
            { $gender ->
                [feminine] C’est bien de dire ce que tu ressens : ce n’est pas ta faute, et tu n’es pas toute seule.
                [masculine] C’est bien de dire ce que tu ressens : ce n’est pas ta faute, et tu n’es pas tout seul.
               *[other] C’est bien de dire ce que tu ressens : ce n’est pas ta faute, et il y a quelqu’un pour t’aider.
            }
        [under13] C’est bien de dire ce que tu ressens. Ce n’est pas ta faute, et d’autres peuvent porter ça avec toi. Les personnes d’une ligne d’écoute pour enfants entendent chaque jour des émotions comme les tiennes. Si tu n’es pas en sécurité en ce moment, appelle le numéro d’urgence.
        [under16] C’est bien d’en parler à quelqu’un, et ce n’est pas ta faute. Tu peux envoyer ce message. Sur une ligne d’écoute aussi, quelqu’un est là pour toi, sans juger. Si tu n’es pas en sécurité en ce moment, appelle le numéro d’urgence.
        [adult] C’est bien d’en parler à quelqu’un, et ce n’est pas votre faute. Vous pouvez envoyer ce message. Sur une ligne d’écoute aussi, quelqu’un est là pour vous, sans juger, et un médecin peut aider. Si vous n’êtes pas en sécurité en ce moment, appelez le numéro d’urgence.
       *[under18] C’est bien d’en parler à quelqu’un, et ce n’est pas ta faute. Tu peux envoyer ce message. Sur une ligne d’écoute aussi, quelqu’un est là pour toi, sans juger, et un médecin peut aider. Si tu n’es pas en sécurité en ce moment, appelle le numéro d’urgence.
    }
    .title =
        { $age ->
            [adult]
                { $gender ->
                    [feminine] Vous n’êtes pas seule
                    [masculine] Vous n’êtes pas seul
                   *[other] Il y a quelqu’un pour vous écouter
                }
           *[under18]
                { $gender ->
                    [feminine] Tu n’es pas toute seule
                    [masculine] Tu n’es pas tout seul
                   *[other] Il y a quelqu’un pour t’écouter
                }
        }
    .step =
        { $age ->
            [under6] Va voir maintenant l’adulte qui s’occupe de toi et dis-lui ce que tu ressens.
            [under10] Va voir maintenant un adulte en qui tu as confiance et dis-lui ce que tu ressens.
            [under13] Appelle une ligne d’écoute pour enfants ou écris-lui maintenant, puis parle à un adulte de confiance.
            [under16] Contacte une ligne d’écoute maintenant, puis dis à un adulte : « Je ne vais pas bien. Écoute-moi, s’il te plaît. »
            [adult] Contactez une ligne d’écoute maintenant, puis parlez à une personne de confiance ou à un médecin.
           *[under18] Contacte une ligne d’écoute maintenant, puis parle à un adulte de confiance ou à un médecin.
        }

## Ce qu’on dit à la personne dont le propre message a été signalé
# Par défaut, on parle à un jeune : pas de loi, parler à quelqu’un. Aucune étiquette, aucune menace qui ne serait pas vraie.

deterrence-grooming =
    { $age ->
        [adult] Demander à un enfant des secrets, des images privées ou un rendez-vous peut être une infraction pénale, et cela fait du mal à l’enfant, même s’il semble d’accord. Vous pouvez arrêter maintenant. Il existe une aide gratuite et anonyme pour arrêter, qu’il se soit passé quelque chose ou non.
        [unknown] Demander à une personne de moins de 18 ans des secrets, des images privées ou un rendez-vous peut être contraire à la loi et lui fait du mal, même si elle semble d’accord. Vous pouvez vous arrêter là. Il existe une aide gratuite et anonyme pour arrêter.
        [under6] Ce message peut rendre quelqu’un triste.
        [under10] Ce message peut mettre quelqu’un mal à l’aise, et un adulte peut t’aider.
       *[under18] Insister pour avoir des secrets, des images ou un rendez-vous peut faire du mal, même si l’autre dit oui. Laisse-lui le temps et la liberté de dire non. Si tu hésites, ou si quelqu’un te pousse à le faire, on peut t’aider.
    }
    .title =
        { $age ->
            [adult] Arrêtez-vous là : cela peut faire du mal à un enfant
            [unknown] Un instant : cela peut faire du mal
           *[under18] Attends un peu
        }
    .step =
        { $age ->
            [adult] N’envoyez plus rien, et contactez une ligne d’écoute gratuite et anonyme.
            [unknown] N’envoyez plus rien, et voyez quelle aide existe.
            [under6] Montre-le à un adulte qui s’occupe de toi.
            [under10] Montre-le à un adulte en qui tu as confiance.
           *[under18] Arrête-toi là, et parles-en à quelqu’un de confiance.
        }

deterrence-sextortion =
    { $age ->
        [adult] Menacer quelqu’un avec des images est une infraction pénale dans la plupart des pays, et cela fait beaucoup de mal, surtout à un enfant. Vous pouvez arrêter maintenant, quoi qu’il se soit passé jusqu’ici. Il existe une aide gratuite et anonyme pour arrêter.
        [unknown] Menacer quelqu’un avec des images est contraire à la loi dans la plupart des pays et fait beaucoup de mal, surtout à une personne de moins de 18 ans. Vous pouvez arrêter maintenant. Il existe une aide gratuite et anonyme pour arrêter.
        [under6] Ce message peut faire peur à quelqu’un.
        [under10] Ce message peut faire peur à quelqu’un, et un adulte peut t’aider.
       *[under18] Une menace comme celle-ci peut faire très peur, et arrêter maintenant aide vraiment l’autre. Si quelqu’un te pousse à le faire, ou si tu ne sais plus comment en sortir, on peut t’aider aussi.
    }
    .title =
        { $age ->
            [adult] Arrêtez-vous là : cela fait beaucoup de mal
            [unknown] Arrêtez-vous là : cela fait beaucoup de mal
           *[under18] Attends un peu
        }
    .step =
        { $age ->
            [adult] N’envoyez plus rien, et contactez une ligne d’écoute gratuite et anonyme.
            [unknown] N’envoyez plus rien, et voyez quelle aide existe.
            [under6] Montre-le à un adulte qui s’occupe de toi.
            [under10] Montre-le à un adulte en qui tu as confiance.
           *[under18] Arrête-toi là, et parles-en à un adulte de confiance ou à une ligne d’écoute.
        }

deterrence-coercion =
    { $age ->
        [adult] Pousser quelqu’un à se faire du mal peut être une infraction pénale, et cela peut mettre un enfant en danger. Vous pouvez arrêter maintenant, quoi qu’il se soit passé jusqu’ici. Il existe une aide gratuite et anonyme pour arrêter.
        [unknown] Pousser quelqu’un à se faire du mal peut être contraire à la loi, et cela peut mettre un enfant en danger. Vous pouvez arrêter maintenant. Il existe une aide gratuite et anonyme pour arrêter.
        [under6] À cause de ce message, quelqu’un peut se faire mal.
        [under10] À cause de ce message, quelqu’un peut se faire mal, et un adulte peut t’aider.
       *[under18] Des mots comme ceux-ci peuvent mettre quelqu’un en danger, même pour rire ou par défi, et arrêter maintenant aide vraiment l’autre. Si tu t’inquiètes pour cette personne, ou si quelqu’un te pousse à le faire, on peut t’aider.
    }
    .title =
        { $age ->
            [adult] Arrêtez-vous là : quelqu’un pourrait être blessé
            [unknown] Arrêtez-vous là : quelqu’un pourrait être blessé
           *[under18] Attends un peu
        }
    .step =
        { $age ->
            [adult] N’envoyez plus rien, et contactez une ligne d’écoute gratuite et anonyme.
            [unknown] N’envoyez plus rien, et voyez quelle aide existe.
            [under6] Montre-le à un adulte qui s’occupe de toi.
            [under10] Montre-le à un adulte en qui tu as confiance.
           *[under18] Arrête-toi là, et parles-en à un adulte de confiance ou à une ligne d’écoute.
        }

deterrence-sexual_content =
    { $age ->
        [adult] Envoyer des messages sexuels à un enfant est illégal dans la plupart des pays, et cela fait du mal à l’enfant, même s’il répond. Vous pouvez arrêter maintenant. Il existe une aide gratuite et anonyme pour arrêter, qu’il se soit passé quelque chose ou non.
        [unknown] Envoyer des messages sexuels à une personne de moins de 18 ans peut être contraire à la loi et lui fait du mal, même si elle répond. Vous pouvez vous arrêter là. Il existe une aide gratuite et anonyme pour arrêter.
        [under6] Ce message peut rendre quelqu’un triste.
        [under10] Ce message peut mettre quelqu’un mal à l’aise, et un adulte peut t’aider.
       *[under18] Tout le monde n’a pas envie de recevoir un message comme celui-ci, et ça peut être vécu comme une pression. Demande-toi si l’autre en a envie, et laisse-lui la liberté de dire non. Si tu hésites, en parler aide.
    }
    .title =
        { $age ->
            [adult] Arrêtez-vous là : cela peut faire du mal à un enfant
            [unknown] Un instant : cela peut faire du mal
           *[under18] Attends un peu
        }
    .step =
        { $age ->
            [adult] N’envoyez plus rien, et contactez une ligne d’écoute gratuite et anonyme.
            [unknown] N’envoyez plus rien, et voyez quelle aide existe.
            [under6] Montre-le à un adulte qui s’occupe de toi.
            [under10] Montre-le à un adulte en qui tu as confiance.
           *[under18] Arrête-toi là, et parles-en à quelqu’un de confiance.
        }

deterrence-bullying =
    { $age ->
        [adult] Menacer ou harceler un enfant peut être illégal, et cela lui fait du mal. Vous pouvez arrêter maintenant et y revenir plus tard, au calme. Il existe une aide gratuite et anonyme si c’est difficile d’arrêter.
        [unknown] Les menaces et le harcèlement peuvent être contraires à la loi et font du mal, surtout à une personne de moins de 18 ans. Vous pouvez vous arrêter là. Il existe une aide gratuite et anonyme si c’est difficile d’arrêter.
        [under6] Ces mots peuvent rendre quelqu’un triste.
        [under10] Ces mots peuvent rendre quelqu’un triste, même si tu ne le fais pas exprès.
       *[under18] Des mots comme ceux-ci peuvent vraiment blesser, même pour rire. Tu as le droit d’être en colère : tu peux dire ce qui te gêne sans blesser. S’il y a un problème entre vous, en parler à quelqu’un aide.
    }
    .title =
        { $age ->
            [adult] Un instant : cela peut blesser quelqu’un
            [unknown] Un instant : cela peut blesser quelqu’un
           *[under18] Attends un peu
        }
    .step =
        { $age ->
            [adult] Arrêtez-vous là, et prenez un peu de temps avant de réécrire.
            [unknown] Arrêtez-vous là, et prenez un peu de temps avant de réécrire.
            [under6] Dis-le avec des mots gentils.
            [under10] Essaie de le dire avec des mots plus gentils.
           *[under18] Respire, et dis-le autrement ou ne le dis pas.
        }

deterrence-sensitive_image =
    { $age ->
        [adult] Cette image est peut-être sexuelle. Envoyer une telle image à un enfant, ou l’image d’un enfant, est illégal dans la plupart des pays et fait du mal à l’enfant. Vous pouvez arrêter maintenant. Il existe une aide gratuite et anonyme pour arrêter.
        [unknown] Cette image est peut-être sexuelle. L’envoyer à une personne de moins de 18 ans, ou envoyer celle d’une personne de moins de 18 ans, peut être contraire à la loi et fait du mal à cette personne. Vous pouvez vous arrêter là. Il existe une aide gratuite et anonyme pour arrêter.
        [under6] Cette image est peut-être privée.
        [under10] Cette image est peut-être privée, et un adulte peut t’aider.
       *[under18] C’est peut-être une image intime. Tout le monde n’a pas envie d’en recevoir, et si on y voit quelqu’un d’autre, ce n’est pas à toi de la partager. Si on te met la pression pour l’envoyer, ce n’est pas ta faute.
    }
    .title =
        { $age ->
            [adult] Arrêtez-vous là : cela peut faire du mal à un enfant
            [unknown] Un instant : cela peut faire du mal
           *[under18] Attends un peu
        }
    .step =
        { $age ->
            [adult] N’envoyez plus rien, et contactez une ligne d’écoute gratuite et anonyme.
            [unknown] N’envoyez plus rien, et voyez quelle aide existe.
            [under6] Montre-la à un adulte qui s’occupe de toi.
            [under10] Montre-la à un adulte en qui tu as confiance.
           *[under18] Arrête-toi là, et parles-en à quelqu’un de confiance.
        }

deterrence-known_image =
    { $age ->
        [adult] Cette image semble figurer sur une liste d’images nuisibles connues. Détenir ou partager des images sexuelles d’enfants est illégal dans la plupart des pays, et chaque partage fait à nouveau du mal à un enfant bien réel. Il existe une aide gratuite et anonyme pour arrêter.
        [unknown] Cette image semble figurer sur une liste d’images nuisibles connues. Partager de telles images peut être contraire à la loi, et si on y voit un enfant, chaque partage lui fait à nouveau du mal. Il existe une aide gratuite et anonyme pour arrêter.
        [under6] Cette image peut faire du mal à quelqu’un.
        [under10] Cette image peut faire du mal à quelqu’un, et un adulte peut t’aider.
       *[under18] Tu ne le savais peut-être pas : cette image semble figurer sur une liste d’images qui font du mal à quelqu’un. La transmettre peut lui faire encore du mal. Si cela t’inquiète, ou si quelqu’un te pousse à le faire, on peut t’aider.
    }
    .title =
        { $age ->
            [adult] Arrêtez-vous là : cela peut faire du mal à un enfant
            [unknown] Arrêtez-vous là : cela peut faire du mal
           *[under18] Attends un peu
        }
    .step =
        { $age ->
            [adult] N’envoyez plus rien, et contactez une ligne d’écoute gratuite et anonyme.
            [unknown] N’envoyez plus rien, et voyez quelle aide existe.
            [under6] Va le dire à un adulte qui s’occupe de toi.
            [under10] Va le dire à un adulte en qui tu as confiance.
           *[under18] Arrête-toi là, et parles-en à un adulte de confiance ou à une ligne d’écoute.
        }

## Ce qu’on dit au parent ; $age est l’âge de l’enfant
# Quelle sorte d’aide, jamais un mot, jamais un nom. Respirer, écouter, remercier, croire.

guardian-grooming = Quelqu’un cherche peut-être à gagner la confiance de votre enfant pour en profiter ; cela peut aussi être sans gravité. Respirez d’abord. Écoutez, remerciez votre enfant d’en parler, croyez sa parole. Ne commencez pas par punir ou retirer le téléphone. Gardez les messages ; ne contactez pas la personne.
    .title = Votre enfant a peut-être besoin d’aide avec un contact
    .step =
        { $age ->
            [under6] Asseyez-vous auprès de votre enfant et demandez : « Qui te parle là-dedans ? »
            [under10] Asseyez-vous ensemble et demandez : « Avec qui tu parles, et comment tu te sens après ? »
            [under13] Choisissez un moment calme : « Est-ce que quelqu’un sur Internet t’a demandé de garder un secret ? »
           *[under18] Choisissez un moment calme, demandez comment aider et décidez ensemble de la suite.
        }

guardian-sextortion = Votre enfant subit peut-être un chantage, parfois avec des images. Ce n’est pas sa faute. Respirez d’abord. Écoutez, remerciez, croyez ; pas de punition. Ne payez pas, ne contactez pas la personne, ne transmettez aucune image. Gardez les preuves et faites un signalement ensemble.
    .title = Votre enfant a peut-être besoin d’aide face à un chantage
    .step =
        { $age ->
            [under6] Allez auprès de votre enfant et dites : « Tu n’as rien fait de mal. Je vais t’aider. »
            [under10] Allez auprès de votre enfant et dites : « Tu n’as rien fait de mal. Je vais t’aider. »
           *[under18] Allez voir votre enfant et dites : « Ce n’est pas ta faute. On va trouver une solution ensemble. »
        }

guardian-sexual_content =
    { $age ->
        [under6] Quelque chose qui n’est pas pour les enfants est peut-être apparu sur l’appareil. Respirez d’abord : votre enfant n’a rien fait de mal. Gardez votre calme et restez tout près, écoutez, remerciez votre enfant d’en parler. Ne punissez pas et ne transmettez rien.
        [under10] Quelque chose qui n’est pas pour les enfants est peut-être apparu sur l’appareil. Respirez d’abord : votre enfant n’a rien fait de mal. Gardez votre calme et restez tout près, écoutez, remerciez votre enfant d’en parler. Ne punissez pas et ne transmettez rien.
       *[under18] Des messages ou contenus sexuels sont peut-être apparus ; votre enfant ne les a peut-être pas voulus. Respirez d’abord. Écoutez, remerciez, croyez. Ne commencez pas par punir ou retirer le téléphone. Si quelqu’un a insisté, gardez les messages ; ne contactez pas cette personne.
    }
    .title = Un contenu dont votre enfant a peut-être besoin de parler
    .step =
        { $age ->
            [under6] Demandez avec douceur : « Tu as vu quelque chose de bizarre ? »
            [under10] Demandez avec douceur : « Tu as vu quelque chose qui t’a fait bizarre ? »
           *[under18] Demandez dans un moment calme : « Est-ce qu’on t’envoie des choses dont tu ne veux pas ? »
        }

guardian-bullying = Il y a peut-être des messages cruels dans la vie de votre enfant en ce moment. Respirez d’abord. Écoutez, remerciez votre enfant d’en parler, croyez sa parole. Ne répondez pas à sa place et ne retirez pas le téléphone : ce serait aussi couper le lien avec ses amis. Gardez les messages comme preuve.
    .title = Votre enfant a peut-être besoin d’aide face au harcèlement
    .step =
        { $age ->
            [under6] Demandez avec douceur : « Quelqu’un n’a pas été gentil avec toi ? »
            [under10] Demandez avec douceur : « Quelqu’un a été méchant avec toi ? »
           *[under18] Demandez comment ça se passe avec les autres, et décidez ensemble de la suite.
        }

guardian-self_harm =
    { $age ->
        [under6] Votre enfant est peut-être très triste ou a peur. Respirez d’abord, puis restez tout près. Écoutez sans corriger et remerciez votre enfant d’en parler. Appelez aujourd’hui une ligne d’écoute ou un médecin. Si votre enfant n’est pas en sécurité en ce moment, appelez le numéro d’urgence.
        [under10] Votre enfant est peut-être très triste ou a peur. Respirez d’abord, puis restez tout près. Écoutez sans corriger et remerciez votre enfant d’en parler. Appelez aujourd’hui une ligne d’écoute ou un médecin. Si votre enfant n’est pas en sécurité en ce moment, appelez le numéro d’urgence.
       *[under18] Votre enfant est peut-être en grande détresse. Respirez d’abord, puis restez tout près. Écoutez sans juger, remerciez votre enfant d’en parler, croyez sa parole. Appelez aujourd’hui une ligne d’écoute ou un médecin. Si votre enfant n’est pas en sécurité en ce moment, appelez le numéro d’urgence.
    }
    .title = Votre enfant est peut-être en détresse
    .step =
        { $age ->
            [under6] Allez maintenant auprès de votre enfant, et restez tout près.
            [under10] Allez maintenant auprès de votre enfant et dites : « Je suis là. Tu peux tout me dire. »
           *[under18] Allez maintenant voir votre enfant et dites : « Je suis là. On va porter ça à deux. »
        }

guardian-coercion = Quelqu’un pousse peut-être votre enfant à se faire du mal ou à en faire aux autres. Ce n’est pas sa faute. Respirez d’abord. Restez tout près, écoutez, remerciez, croyez ; pas de punition. Gardez les messages, ne contactez pas la personne. En cas de danger immédiat, appelez le numéro d’urgence.
    .title = Votre enfant subit peut-être des pressions
    .step =
        { $age ->
            [under6] Allez maintenant auprès de votre enfant, et restez tout près.
            [under10] Allez auprès de votre enfant et dites : « Personne n’a le droit de te forcer. Je suis là. »
           *[under18] Allez voir votre enfant et dites : « Rien ne t’oblige à le faire. Je suis de ton côté. »
        }

guardian-personal_info = Votre enfant est peut-être sur le point de dire où il habite, où il étudie ou comment le joindre. C’est souvent sans gravité. Respirez d’abord, écoutez, remerciez votre enfant d’en parler. Ne commencez pas par punir. Si quelqu’un a insisté, gardez les messages ; ne contactez pas cette personne.
    .title = Votre enfant a peut-être besoin d’aide pour sa vie privée
    .step =
        { $age ->
            [under6] Convenez ensemble : « Avant de dire où on habite, tu me demandes. »
            [under10] Convenez ensemble : « Avant de dire où on habite, tu me demandes. »
           *[under18] Parlez de qui peut savoir quoi, et mettez-vous d’accord ensemble.
        }

guardian-known_image = Une image qui semble figurer sur une liste d’images nuisibles est apparue sur l’appareil. Elle a pu arriver sans être demandée, et il peut s’agir d’une erreur. Respirez d’abord. Écoutez, remerciez, croyez ; pas de punition. Ne la copiez pas, ne la transmettez pas, ne contactez pas la personne qui l’a envoyée.
    .title = Votre enfant a peut-être besoin d’aide avec une image
    .step =
        { $age ->
            [under6] Soyez d’abord auprès de votre enfant, puis demandez conseil à un service de signalement.
            [under10] Soyez d’abord auprès de votre enfant, puis demandez conseil à un service de signalement.
           *[under18] Écoutez d’abord votre enfant, puis signalez-la ensemble à un service de signalement.
        }

guardian-sensitive_image = Une image peut-être privée ou intime est apparue ; le programme peut se tromper. Respirez d’abord. Écoutez, remerciez, croyez. Ne commencez pas par punir ou retirer le téléphone. Ne transmettez pas l’image. Si quelqu’un a insisté pour l’avoir, gardez les messages ; ne contactez pas cette personne.
    .title = Votre enfant a peut-être besoin d’aide avec une image
    .step =
        { $age ->
            [under6] Demandez avec douceur : « Tu as vu une image bizarre ? »
            [under10] Demandez avec douceur : « Une image ou une question, ça t’a fait bizarre ? »
           *[under18] Demandez dans un moment calme : « Est-ce qu’on insiste auprès de toi pour des images ? »
        }

## Ce qui n’a pas pu être vérifié, pour l’enfant

unchecked-message =
    { $age ->
        [under6] Ce message n’a pas pu être vérifié.
        [under10] Ce message n’a pas pu être vérifié.
       *[under18] Ce message n’a pas pu être vérifié. Cela ne veut pas dire qu’il pose problème.
    }
    .step =
        { $age ->
            [under6] Demande à un adulte qui s’occupe de toi de le lire avec toi.
            [under10] S’il te paraît bizarre, demande à un adulte.
            [under13] Fais attention, et s’il te paraît bizarre, demande à un adulte de confiance.
            [adult] Lisez-le avec prudence, et demandez à une personne de confiance si quelque chose vous gêne.
           *[under18] Lis-le avec prudence, et demande à quelqu’un de confiance si quelque chose te gêne.
        }

unchecked-image =
    { $age ->
        [under6] Cette image n’a pas pu être vérifiée.
        [under10] Cette image n’a pas pu être vérifiée.
       *[under18] Cette image n’a pas pu être vérifiée. Cela ne veut pas dire qu’elle pose problème.
    }
    .step =
        { $age ->
            [under6] Demande à un adulte qui s’occupe de toi de regarder d’abord.
            [under10] Demande à un adulte de regarder d’abord.
            [under13] Ouvre-la seulement si tu sais ce que c’est, ou demande à un adulte de confiance.
            [adult] Ouvrez-la seulement si vous savez ce que c’est.
           *[under18] Ouvre-la seulement si tu sais ce que c’est.
        }

unchecked-stream =
    { $age ->
        [under6] Cette vidéo n’a pas pu être vérifiée.
        [under10] Cette vidéo n’a pas pu être vérifiée.
       *[under18] Cette vidéo n’a pas pu être vérifiée. Cela ne veut pas dire qu’elle pose problème.
    }
    .step =
        { $age ->
            [under6] Demande à un adulte qui s’occupe de toi de regarder avec toi.
            [under10] Demande à un adulte de regarder avec toi.
            [under13] Continue seulement si ça te va, ou demande à un adulte de confiance.
            [adult] Continuez seulement si cela vous convient. Vous pouvez quitter à tout moment.
           *[under18] Continue seulement si ça te va. Tu peux quitter à tout moment.
        }

## Ce qu’on dit à l’enfant du programme lui-même

monitoring-notice =
    { $age ->
        [under6] Un programme sur cet appareil regarde les messages et les images, et il peut dire à un adulte qui s’occupe de toi que tu as besoin d’aide.
        [under10] Un programme sur cet appareil regarde les messages et les images ; il peut dire à un adulte qui s’occupe de toi que tu as besoin d’aide, mais pas ce que tu écris.
        [under13] Un programme sur cet appareil regarde les messages et les images pour te prévenir des pièges. Aucun adulte ne les lit par ce moyen. Un adulte peut apprendre que tu as besoin d’aide et de quelle sorte, mais pas ce qui a été écrit ni avec qui.
        [adult] Un programme vérifie les messages et les images sur cet appareil seulement. Aucun adulte ne les lit par ce moyen, et rien de ce qu’il regarde ne quitte l’appareil. Un adulte peut apprendre que vous avez peut-être besoin d’aide et de quelle sorte, jamais les mots et jamais avec qui.
       *[under18] Un programme vérifie les messages et les images sur cet appareil seulement. Aucun adulte ne les lit par ce moyen, et rien de ce qu’il regarde ne quitte l’appareil. Un adulte peut apprendre que tu as peut-être besoin d’aide et de quelle sorte, jamais les mots et jamais avec qui.
    }
    .title =
        { $age ->
            [under6] Une aide sur cet appareil
            [under10] Une aide sur cet appareil
            [under13] Une aide sur cet appareil
           *[under18] Ce qui est vérifié sur cet appareil
        }

digest-delay =
    { $age ->
        [under6]
            { $hours ->
                [one] Dans { $hours } heure, un adulte qui s’occupe de toi saura que tu as peut-être besoin d’aide.
               *[other] Dans { $hours } heures, un adulte qui s’occupe de toi saura que tu as peut-être besoin d’aide.
            }
        [under10]
            { $hours ->
                [one] Dans { $hours } heure, un adulte qui s’occupe de toi saura que tu as peut-être besoin d’aide, mais pas ce que tu as écrit.
               *[other] Dans { $hours } heures, un adulte qui s’occupe de toi saura que tu as peut-être besoin d’aide, mais pas ce que tu as écrit.
            }
        [adult]
            { $hours ->
                [one] Dans { $hours } heure, un adulte apprendra que vous avez peut-être besoin d’aide et de quelle sorte, mais pas ce qui a été écrit ni avec qui. Vous pouvez lui parler avant, ou parler à une autre personne de confiance.
               *[other] Dans { $hours } heures, un adulte apprendra que vous avez peut-être besoin d’aide et de quelle sorte, mais pas ce qui a été écrit ni avec qui. Vous pouvez lui parler avant, ou parler à une autre personne de confiance.
            }
       *[under18]
            { $hours ->
                [one] Dans { $hours } heure, un adulte apprendra que tu as peut-être besoin d’aide et de quelle sorte, mais pas ce qui a été écrit ni avec qui. Si tu veux, parle-lui avant, ou parle à une autre personne de confiance.
               *[other] Dans { $hours } heures, un adulte apprendra que tu as peut-être besoin d’aide et de quelle sorte, mais pas ce qui a été écrit ni avec qui. Si tu veux, parle-lui avant, ou parle à une autre personne de confiance.
            }
    }
    .step =
        { $age ->
            [under6] Va en parler à un adulte qui s’occupe de toi.
            [under10] Va en parler à un adulte en qui tu as confiance.
            [adult] Parlez-en avant, par exemple : « Il s’est passé quelque chose sur Internet. Je peux te raconter ? »
           *[under18] Parles-en avant, par exemple : « Il s’est passé quelque chose sur Internet. Je peux te raconter ? »
        }

## L’aperçu pour le parent

digest-title = Là où votre enfant a peut-être besoin de vous
digest-none = Rien ne demande votre attention. Demander comment ça se passe en ligne reste toujours une bonne idée.
digest-private = Vous ne voyez ici ni mots ni noms. Les messages de votre enfant lui appartiennent, pour qu’il reste facile de vous demander de l’aide. Vous apprenez quelle sorte d’aide est peut-être nécessaire, et pouvez la proposer.
digest-unchecked =
    { $count ->
        [one] { $count } message ou image n’a pas pu être vérifié.
       *[other] { $count } messages ou images n’ont pas pu être vérifiés.
    }

urgency-calm = rien ne presse
urgency-soon = en parler dans les prochains jours
urgency-today = en parler aujourd’hui
urgency-now = aller maintenant auprès de votre enfant

frequency-once = une fois
frequency-several = plusieurs fois
frequency-often = souvent

trend-new = nouveau
trend-less = moins qu’avant
trend-same = à peu près comme avant
trend-more = plus qu’avant

## Services d’aide

help-title = Qui peut aider
help-free = gratuit
help-unverified = Numéro pas encore confirmé : voir d’abord l’adresse du site
help-verified = Confirmé le { $date }
help-danger = Danger immédiat ? Appeler le numéro d’urgence.
help-hours = Horaires

audience-child = Aide pour les enfants et les adolescents
audience-offender_help = Aide pour qui s’inquiète de ses propres pensées ou de ses actes
audience-image_removal = Aide pour faire retirer des images
audience-reporting_hotline = Signaler un contenu nuisible

## Quand le programme s’est trompé

contest-offer = Là, il n’y a pas de problème
contest-thanks = Merci de l’avoir dit. Un programme peut se tromper.
contest-reason-harmless = C’est sans danger
contest-reason-known_person = Je connais cette personne
contest-reason-wrong_language = Ma langue a été mal comprise
contest-reason-other = Une autre raison
contest-limit =
    { $age ->
        [under6] Ça reste comme ça, et un adulte qui s’occupe de toi peut regarder avec toi.
        [under10] Ça reste comme ça, et un adulte en qui tu as confiance peut regarder avec toi.
        [under13] Pour l’instant, ça reste comme ça. Si tu penses que c’est une erreur, montre-le à un adulte de confiance.
        [adult] Pour l’instant, cela reste ainsi. Si vous pensez que c’est une erreur, parlez-en à une personne de confiance.
       *[under18] Pour l’instant, ça reste comme ça. Si tu penses que c’est une erreur, parles-en à quelqu’un de confiance.
    }

## Boutons

uncover = Afficher
cover = Masquer
back = Retour
tell_adult =
    { $age ->
        [under6] Le dire à un adulte
        [under10] Le dire à un adulte
        [adult] Le dire à quelqu’un de confiance
       *[under18] Le dire à un adulte de confiance
    }
send_anyway = Envoyer quand même
do_not_send = Ne pas envoyer
