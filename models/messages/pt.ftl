# O que as pessoas leem, em português: para o Brasil e Portugal, com “você”. A fonte é en.ftl; as chaves são as palavras
# do vocabulário de core. Com carinho, curto, sem culpa, uma só coisa a fazer. Como editar e traduzir: README.md.
#
# Palavras escolhidas: as que se entendem e se escrevem igual dos dois lados. Por isso “não é preciso dar o nome” (e não
# anônima ou anónima), “procure, ligue ou escreva” (contatar, contactar), “domínio” (controle, controlo), “por escrito”
# (tela, ecrã), “passar adiante” (compartilhar, partilhar), “telefone”, “aparelho”, “app”, “linha de ajuda”, e o presente
# simples em vez de gerúndio. “Criança”, “pessoa adulta” e “não está só” servem para todas as pessoas: sem $gender.

## O que foi encontrado, para quem lê um relatório
behavior-age_query = pergunta a idade da criança
behavior-personal_info_query = pede dados pessoais
behavior-alone_query = pergunta se a criança está só ou se alguém vê
behavior-secrecy = pede que se guarde um segredo
behavior-isolation = põe a criança contra a família ou as amizades
behavior-flattery_maturity = elogia a aparência ou a maturidade
behavior-gift_offer = oferece presentes, dinheiro ou favores
behavior-platform_switch = quer passar para outro app
behavior-meeting = quer um encontro presencial
behavior-photo_request = pede uma foto ou uma chamada de vídeo
behavior-reciprocity_pressure = diz que a criança deve algo em troca
behavior-romance_declaration = declara amor
behavior-guilt_manipulation = faz a criança sentir culpa
behavior-testing_boundaries = testa até onde a criança vai
behavior-threat_sextortion = ameaça publicar algo ou exige pagamento
behavior-coercion_selfharm = pressiona a criança a fazer mal a si mesma
behavior-personal_info_disclosure = a criança revela dados pessoais
behavior-refusal = a criança diz que não
behavior-distress = a criança sente medo ou angústia

cue-unmistakable = foi dito algo inequívoco
cue-persistence = continua depois de um não ou de sinais de angústia
cue-stage_mix = juntam-se vários tipos de aproximação
cue-clear_sign = pelo menos um sinal de alerta claro
cue-one_sided_questions = um lado pergunta, o outro responde
cue-early_private_channel = muito cedo se procurou privacidade ou uma foto
cue-tone = o tom das últimas mensagens
cue-night = escreve à noite
cue-many_children = escreve a muitas crianças
relation-unknown = o app não sabe quem é
relation-stranger = uma pessoa desconhecida
relation-known = uma pessoa conhecida
relation-family = da família
relation-school = da escola da criança
stage-initial_contact = primeira aproximação
stage-trust_building = conquistar a confiança
stage-isolation = isolamento
stage-dependency_creation = criar dependência
stage-sexual_introduction = enfraquecer os limites
stage-maintenance = manter a ligação
stage-control = domínio por ameaça

category-grooming = um padrão que pode preparar um abuso
category-sextortion = chantagem
category-sexual_content = conteúdo sexual
category-bullying = intimidação ou humilhação (bullying)
category-self_harm = uma criança em sofrimento
category-coercion = pressão para fazer mal
category-personal_info = dados pessoais prestes a sair
category-known_image = uma imagem conhecida
category-sensitive_image = uma imagem que pode ser delicada

action-allow = nada a fazer
action-indicate = mostrar um sinal e oferecer ajuda
action-blur = cobrir
action-interrupt = parar e perguntar antes
action-mute = não deixar passar

reason-conversation-pattern = a conversa como um todo

## O que se diz a quem recebe algo
# Ordem: a culpa não é sua, um passo seguro, uma pessoa adulta de confiança. A linha de ajuda vem abaixo, da lista.

notice-grooming =
    { $age ->
        [under6] Você não fez nada de errado, e uma pessoa adulta que cuida de você pode ajudar.
        [under10] A culpa não é sua: na internet, algumas pessoas só fingem que são boas.
        [under13] A culpa não é sua. Algumas pessoas fingem amizade para que você faça o que elas querem. Uma amizade de verdade não se importa que você conte a uma pessoa adulta, e você nunca precisa guardar um segredo que faz mal.
        [under16] A culpa não é sua. Talvez alguém queira ganhar a sua confiança para conseguir algo de você. Você pode parar quando quiser, mesmo que antes tenha dito sim. Não passe para outro app nem vá a um encontro sem companhia: quem gosta de você aceita isso.
       *[under18] Se algo aqui não está certo, a culpa não é sua. A conversa tem sinais de alguém que ganha confiança para depois dominar: segredos, pressão, um lugar mais privado para falar. Pode ser inofensivo. Você pode dizer não a qualquer momento, mesmo que antes tenha dito sim.
    }
    .title =
        { $age ->
            [under6] Peça ajuda a uma pessoa adulta
            [under10] Faça uma pausa
            [under13] Isto pode ser um truque
           *[under18] Esta conversa pode não ser o que parece
        }
    .step =
        { $age ->
            [under6] Mostre isto a uma pessoa adulta que cuida de você.
            [under10] Mostre isto a uma pessoa adulta de confiança.
            [under13] Pare de escrever por enquanto e mostre isto a uma pessoa adulta de confiança.
            [under16] Diga a uma pessoa adulta de confiança: “Posso mostrar uma conversa que acho estranha?”
            [adult] Pare de escrever por enquanto e pergunte a alguém de confiança o que acha.
           *[under18] Pare de escrever por enquanto e pergunte a uma pessoa adulta de confiança o que acha.
        }

notice-sextortion =
    { $age ->
        [under6] Alguém não trata você bem, e a culpa não é sua.
        [under10] Alguém quer assustar você, e a culpa não é sua.
        [under13] A culpa não é sua. Algumas pessoas assustam crianças para conseguir dinheiro ou fotos. É um truque que se chama chantagem. Não mande dinheiro nem fotos, mesmo que já tenha mandado. Pare de responder e bloqueie, mas não apague nada.
        [under16] A culpa não é sua. Parece chantagem, e isso acontece com muita gente da sua idade, rapazes também. Não mande dinheiro nem mais fotos, mesmo que já tenha mandado. Pare de responder e bloqueie, mas não apague nada: é a prova. Há como sair disto.
       *[under18] A culpa não é sua. Parece chantagem; acontece com muita gente, rapazes e homens também, às vezes com imagens falsas. Não mande dinheiro nem mais nada, mesmo que já tenha mandado. Pare de responder, bloqueie, não apague nada. Há serviços gratuitos que ajudam a remover imagens.
    }
    .title =
        { $age ->
            [under6] Você não fez nada de errado
            [under10] Você não fez nada de errado
            [under13] Isto é um truque, e há quem ajude
           *[under18] Chantagem: há saída
        }
    .step =
        { $age ->
            [under6] Mostre isto a uma pessoa adulta que cuida de você.
            [under10] Não responda. Mostre isto a uma pessoa adulta de confiança.
            [under13] Pare de responder e conte já a uma pessoa adulta de confiança. Você não fez nada de errado.
            [under16] Diga a uma pessoa adulta de confiança: “Alguém me ameaça na internet. Preciso de ajuda.”
            [adult] Conte hoje a alguém de confiança ou a uma linha de ajuda. Você não está só.
           *[under18] Conte hoje a uma pessoa adulta de confiança ou a uma linha de ajuda. Você não está só.
        }

notice-sexual_content =
    { $age ->
        [under6] Você não fez nada de errado e não precisa olhar para isto.
        [under10] Isto não é para crianças e chegou até você, mas a culpa não é sua.
        [under13] Isto chegou até você, mas a culpa não é sua. Não é para a sua idade. Ninguém deve pressionar você para olhar, responder ou mandar algo parecido.
        [under16] Isto chegou até você, mas a culpa não é sua. Parece ser de teor sexual. Você não precisa olhar, responder nem mandar nada de volta, mesmo que já o tenha feito. Você pode bloquear quem mandou.
       *[under18] Se você não queria receber isto, a culpa não é sua. Parece ser de teor sexual. Você não precisa olhar, responder nem mandar nada de volta, mesmo que antes tenha dito outra coisa. Você pode bloquear e denunciar a conta.
    }
    .title = Você não precisa olhar para isto
    .step =
        { $age ->
            [under6] Mostre isto a uma pessoa adulta que cuida de você.
            [under10] Deixe isto e conte a uma pessoa adulta de confiança.
            [under13] Deixe fechado e conte a uma pessoa adulta de confiança.
            [under16] Diga a uma pessoa adulta de confiança: “Recebi na internet uma coisa que não me parece certa.”
           *[under18] Se não quer ver, deixe fechado e bloqueie quem mandou.
        }

notice-bullying =
    { $age ->
        [under6] Alguém não foi gentil com você, e a culpa não é sua.
        [under10] Alguém trata você mal, e a culpa não é sua.
        [under13] A culpa não é sua. Há quem escreva coisas feias só para ter uma resposta, e você não precisa responder. Guarde a mensagem: ela mostra o que aconteceu.
        [under16] A culpa não é sua, e ninguém deveria escrever assim para você. Você não precisa responder. Guarde como prova, depois silencie ou bloqueie e, se quiser, denuncie no app.
       *[under18] A culpa não é sua, e ninguém deveria escrever assim para você. Você não precisa responder. Guarde como prova, depois bloqueie e denuncie no app. Se houver ameaças, também pode pedir ajuda fora do app.
    }
    .title =
        { $age ->
            [under6] Isso não foi gentil
            [under10] Isso não foi gentil
           *[under18] Ninguém deveria escrever assim para você
        }
    .step =
        { $age ->
            [under6] Mostre isto a uma pessoa adulta que cuida de você.
            [under10] Não responda. Mostre isto a uma pessoa adulta de confiança.
            [under13] Não responda. Guarde e mostre a uma pessoa adulta de confiança.
            [under16] Diga a uma pessoa adulta de confiança: “Alguém me trata muito mal na internet. Podemos falar?”
           *[under18] Não responda. Guarde, bloqueie e fale com alguém de confiança.
        }

# Quem sofre recebe cuidado: nunca é uma falta, nunca se fala em bloquear. A partir dos dez, primeiro a linha de ajuda.
notice-self_harm =
    { $age ->
        [under6] Que bom que você disse como se sente: você não está só.
        [under10] Que bom que você disse como se sente: a culpa não é sua, e você não está só.
        [under13] Que bom que você disse como se sente. A culpa não é sua, e você não está só. Nas linhas de ajuda para crianças há quem escute todos os dias sentimentos como os seus. Se você não estiver em segurança neste momento, ligue para o número de emergência.
        [under16] Que bom que você disse isso. A culpa não é sua, e você não está só. Numa linha de ajuda há quem escute sem julgar, e com apoio isto pode melhorar. Se você não estiver em segurança neste momento, ligue para o número de emergência.
       *[under18] Que bom que você disse isso. A culpa não é sua, e você não precisa carregar isto sem apoio. Numa linha de ajuda há quem escute sem julgar; depois, alguém de confiança ou um médico pode ajudar. Se você não estiver em segurança neste momento, ligue para o número de emergência.
    }
    .title =
        { $age ->
            [under6] Você não está só
            [under10] Você não está só
           *[under18] Que bom que você disse. Você não está só
        }
    .step =
        { $age ->
            [under6] Vá agora até uma pessoa adulta que cuida de você e diga como se sente.
            [under10] Vá agora até uma pessoa adulta de confiança e diga como se sente.
            [under13] Ligue ou escreva já para uma linha de ajuda para crianças e depois conte a uma pessoa adulta de confiança.
            [under16] Procure já uma linha de ajuda e depois diga a uma pessoa adulta: “Não estou bem. Preciso que me escute.”
            [adult] Procure já uma linha de ajuda e depois conte a alguém de confiança ou a um médico.
           *[under18] Procure já uma linha de ajuda e depois conte a uma pessoa adulta de confiança ou a um médico.
        }

notice-coercion =
    { $age ->
        [under6] Ninguém pode mandar você fazer coisas que fazem mal, e a culpa não é sua.
        [under10] Ninguém pode mandar você fazer coisas que fazem mal, e a culpa não é sua.
        [under13] A culpa não é sua. Ninguém deve pressionar você para fazer mal a si ou a outra pessoa. Há quem chame a isso jogo ou teste. É um truque, e você pode parar a qualquer momento.
        [under16] A culpa não é sua. Ninguém deve pressionar você para fazer mal a si ou a outras pessoas, seja qual for a ameaça. Você pode parar agora, mesmo que já tenha feito algo. Se você não estiver em segurança neste momento, ligue para o número de emergência.
       *[under18] A culpa não é sua. Pressionar alguém para fazer mal a si ou a outras pessoas é violência, mesmo que se chame jogo ou teste. Você pode parar a qualquer momento, seja qual for a ameaça. Se você não estiver em segurança neste momento, ligue para o número de emergência.
    }
    .title = Você não precisa fazer isto
    .step =
        { $age ->
            [under6] Vá agora até uma pessoa adulta que cuida de você.
            [under10] Não faça isso. Vá agora até uma pessoa adulta de confiança.
            [under13] Pare de responder e vá agora até uma pessoa adulta de confiança.
            [under16] Pare de responder e diga a uma pessoa adulta: “Alguém me pressiona. Preciso de ajuda já.”
            [adult] Pare de responder, guarde as mensagens e conte agora a alguém de confiança.
           *[under18] Pare de responder, guarde as mensagens e conte agora a uma pessoa adulta de confiança.
        }

notice-personal_info =
    { $age ->
        [under6] Onde você mora só se diz a pessoas conhecidas de quem cuida de você.
        [under10] A sua casa, a sua escola e o seu número são só para pessoas conhecidas de quem cuida de você.
        [under13] Isto diz quem você é ou onde encontrar você. Na internet, algumas pessoas não são quem dizem ser. Você não precisa responder, e uma amizade de verdade sabe esperar.
        [under16] Isto pode mostrar onde encontrar você: um endereço, uma escola, um número. Você não precisa dizer, e uma amizade sabe esperar. Se alguém faz pressão para saber, é um bom motivo para bloquear essa pessoa.
       *[under18] Isto pode mostrar quem você é ou onde encontrar você: um endereço, uma escola, um número, uma conta. Você não deve isso a ninguém. Se alguém faz pressão para saber, é um bom motivo para bloquear essa pessoa.
    }
    .title =
        { $age ->
            [under6] Espere um momento
            [under10] Espere um momento
           *[under18] Espere um momento: isto é sobre você
        }
    .step =
        { $age ->
            [under6] Antes, pergunte a uma pessoa adulta que cuida de você.
            [under10] Antes, pergunte a uma pessoa adulta de confiança.
            [under13] Espere e pergunte a uma pessoa adulta de confiança antes de contar qualquer coisa.
           *[under18] Faça uma pausa: você conhece essa pessoa na vida real? Ela precisa mesmo saber isto?
        }

notice-known_image =
    { $age ->
        [under6] Você não fez nada de errado e não precisa olhar para esta imagem.
        [under10] Esta imagem pode fazer mal a alguém e chegou até você, mas a culpa não é sua.
        [under13] Isto chegou até você, mas a culpa não é sua. A imagem parece estar numa lista de imagens que fazem mal a alguém. Você não precisa olhar. Por favor, não guarde nem passe adiante.
        [under16] Isto chegou até você, mas a culpa não é sua. A imagem parece estar numa lista de imagens que não devem circular, porque fazem mal a alguém. Por favor, não passe adiante. Se é você na imagem, há quem ajude a remover.
       *[under18] Isto chegou até você, mas a culpa não é sua. A imagem parece estar numa lista de imagens que fazem mal à pessoa que aparece nelas. Por favor, não passe adiante; você pode denunciar. Se é você na imagem, há serviços gratuitos que ajudam a remover.
    }
    .title =
        { $age ->
            [under6] Você não precisa olhar
            [under10] Você não precisa olhar
           *[under18] Esta imagem não deveria circular
        }
    .step =
        { $age ->
            [under6] Conte a uma pessoa adulta que cuida de você.
            [under10] Deixe isto e conte a uma pessoa adulta de confiança.
            [under13] Deixe fechada e conte a uma pessoa adulta de confiança que a imagem chegou.
            [under16] Diga a uma pessoa adulta de confiança: “Recebi uma imagem que não está certa.”
            [adult] Não passe adiante. Denuncie ou peça ajuda a alguém de confiança.
           *[under18] Não passe adiante. Denuncie ou peça ajuda a uma pessoa adulta de confiança.
        }

notice-sensitive_image =
    { $age ->
        [under6] Você não fez nada de errado e não precisa olhar para esta imagem.
        [under10] Esta imagem pode mostrar algo privado e chegou até você, mas a culpa não é sua.
        [under13] Isto chegou até você, mas a culpa não é sua. A imagem pode mostrar algo privado, como o que a roupa de banho cobre. Você não precisa olhar, e ninguém deve pedir uma parecida.
        [under16] Isto chegou até você, mas a culpa não é sua. Pode ser uma imagem íntima. Você não precisa olhar, responder nem mandar outra, mesmo que antes tenha dito sim. Se mostra alguém que você conhece, por favor, não passe adiante.
       *[under18] Isto chegou até você, mas a culpa não é sua. Pode ser uma imagem íntima; o programa também pode errar. Você não precisa olhar, responder nem mandar outra, mesmo que antes tenha dito sim. Se não queria receber, pode bloquear e denunciar.
    }
    .title =
        { $age ->
            [under6] Você não precisa olhar
            [under10] Você não precisa olhar
           *[under18] Esta imagem pode ser privada
        }
    .step =
        { $age ->
            [under6] Mostre isto a uma pessoa adulta que cuida de você.
            [under10] Deixe isto e conte a uma pessoa adulta de confiança.
            [under13] Deixe fechada e conte a uma pessoa adulta de confiança.
            [under16] Deixe fechada e diga a uma pessoa adulta: “Recebi uma imagem que eu não queria.”
           *[under18] Se não quer ver, deixe fechada e bloqueie quem mandou.
        }

## O que se diz a quem vai enviar algo
# Uma pausa, não uma proibição: a escolha continua a ser da criança.

sending-personal_info =
    { $age ->
        [under6] Isto fala de você ou da sua casa; antes, pergunte a uma pessoa adulta que cuida de você.
        [under10] Isto pode dizer onde você mora ou estuda; antes, pergunte a uma pessoa adulta.
        [under13] Isto pode dizer quem você é ou onde encontrar você. Na internet, algumas pessoas não são quem dizem ser. Você ainda pode decidir não enviar, e uma amizade de verdade vai entender.
        [under16] Isto pode mostrar onde encontrar você: um endereço, uma escola, um número. Você conhece essa pessoa na vida real? Ela precisa saber? Se alguém faz pressão, você pode dizer não, mesmo que antes tenha dito sim. Quem decide é você.
       *[under18] Isto parece um endereço, uma escola, um número ou outro dado sobre você. Pense em quem vai receber e para quê. Ninguém precisa disto como prova de confiança. Quem decide é você.
    }
    .title =
        { $age ->
            [under6] Espere um momento
            [under10] Espere um momento
           *[under18] Uma pausa antes de enviar isto
        }
    .step =
        { $age ->
            [under6] Antes, pergunte a uma pessoa adulta que cuida de você.
            [under10] Antes, pergunte a uma pessoa adulta de confiança.
            [under13] Pergunte a uma pessoa adulta de confiança antes de enviar.
           *[under18] Tire o que a outra pessoa não precisa saber, ou não envie.
        }

sending-sensitive_image =
    { $age ->
        [under6] Esta imagem pode ser privada; antes, pergunte a uma pessoa adulta que cuida de você.
        [under10] Esta imagem pode mostrar algo privado, e você não precisa mandar a ninguém.
        [under13] Você não precisa mandar esta imagem. A roupa de banho cobriria o que ela mostra? Alguém faz pressão? A sua família concordaria? Se alguma resposta preocupa você, pare aqui. Se alguém pede, a culpa não é sua.
        [under16] Ninguém precisa mandar uma imagem assim, nem a quem ama, nem depois de ter dito sim. Alguém faz pressão? Estaria tudo bem para você se outras pessoas vissem? Se mostra outra pessoa, não cabe a você enviar. Quem decide é você.
       *[under18] Pode ser uma imagem íntima. Você não a deve a ninguém, e um sim pode passar a ser um não. Alguém faz pressão? Estaria tudo bem para você se outras pessoas vissem? Se mostra outra pessoa, não cabe a você enviar. Quem decide é você.
    }
    .title =
        { $age ->
            [under6] Espere um momento
            [under10] Espere um momento
           *[under18] Uma pausa antes de enviar isto
        }
    .step =
        { $age ->
            [under6] Antes, pergunte a uma pessoa adulta que cuida de você.
            [under10] Pare aqui e, se alguém pediu a imagem, conte a uma pessoa adulta de confiança.
            [under13] Pare aqui e, se alguém pediu a imagem, conte a uma pessoa adulta de confiança.
            [under16] Se alguém faz pressão, diga: “Eu não mando isso.” Você não precisa explicar.
           *[under18] Na dúvida, não envie. “Não” dispensa explicações.
        }

sending-known_image =
    { $age ->
        [under6] Esta imagem pode fazer mal a alguém; antes, pergunte a uma pessoa adulta que cuida de você.
        [under10] Esta imagem pode fazer mal a alguém, e uma pessoa adulta pode ajudar você com isto.
        [under13] Talvez você não soubesse: esta imagem parece estar numa lista de imagens que fazem mal a alguém. Passar adiante pode fazer mal de novo. Se alguém quer que você mande, a culpa não é sua.
        [under16] Talvez você não soubesse: esta imagem parece estar numa lista de imagens que fazem mal a alguém. Passar adiante pode fazer mal de novo. Se alguém faz pressão, a culpa não é sua. Se é você na imagem, há quem ajude a remover.
       *[under18] Talvez você não soubesse: esta imagem parece estar numa lista de imagens que fazem mal à pessoa que aparece nelas. Passar adiante pode fazer mal de novo. Se é você na imagem, a culpa não é sua, e há serviços gratuitos que ajudam a remover.
    }
    .title =
        { $age ->
            [under6] Espere um momento
            [under10] Espere um momento
           *[under18] Uma pausa antes de enviar isto
        }
    .step =
        { $age ->
            [under6] Antes, pergunte a uma pessoa adulta que cuida de você.
            [under10] Deixe isto e conte a uma pessoa adulta de confiança.
            [under13] Não passe adiante. Conte a uma pessoa adulta de confiança como a imagem chegou.
            [under16] Não envie e diga a uma pessoa adulta: “Tenho uma imagem que não está certa.”
            [adult] Não envie e pergunte a alguém de confiança ou a uma linha de ajuda o que fazer.
           *[under18] Não envie e pergunte a uma pessoa adulta de confiança ou a uma linha de ajuda o que fazer.
        }

sending-sexual_content =
    { $age ->
        [under6] Uma pessoa adulta que cuida de você pode ajudar com esta mensagem.
        [under10] Esta mensagem pode falar de coisas privadas; antes, pergunte a uma pessoa adulta.
        [under13] Isto parece falar de coisas muito privadas. Alguém quer que você escreva assim? Você não precisa escrever e, se alguém pede, a culpa não é sua.
        [under16] Isto pode ter um tom sexual. É o que você quer, ou alguém quer isso de você? Quem gosta de você não pressiona. Você pode parar a qualquer momento, mesmo que antes tenha dito sim. Quem decide é você.
       *[under18] Isto pode ter um tom sexual. É o que você quer? Sabe quem recebe, e será bem recebido? Se alguém faz pressão, a culpa não é sua. Você pode parar a qualquer momento, mesmo que antes tenha dito sim. Quem decide é você.
    }
    .title =
        { $age ->
            [under6] Espere um momento
            [under10] Espere um momento
           *[under18] Uma pausa antes de enviar isto
        }
    .step =
        { $age ->
            [under6] Mostre isto a uma pessoa adulta que cuida de você.
            [under10] Mostre isto a uma pessoa adulta de confiança.
            [under13] Pare aqui e, se alguém pediu, conte a uma pessoa adulta de confiança.
           *[under18] Espere um momento. Se sente pressão ou tem dúvidas, não envie.
        }

sending-bullying =
    { $age ->
        [under6] Estas palavras podem deixar alguém triste.
        [under10] Estas palavras podem deixar alguém triste, mesmo que você não queira.
        [under13] Sentir raiva é normal, mas palavras assim podem magoar muito. Você pode dizer o que incomoda de outra maneira: “Não gostei disso.”
        [under16] Sentir raiva ou brincar é normal, mas por escrito ninguém ouve como você fala, e isto pode magoar muito. Diga o que incomoda ou espere até ter calma. Se a outra pessoa foi cruel primeiro, você pode bloquear e pedir ajuda. Quem decide é você.
       *[under18] Isto pode magoar mais do que você quer: por escrito ninguém ouve o seu tom. Você pode dizer o que incomoda ou voltar a isto com mais calma. Se a outra pessoa foi cruel primeiro, você pode bloquear e pedir ajuda. Quem decide é você.
    }
    .title =
        { $age ->
            [under6] Espere um momento
            [under10] Espere um momento
           *[under18] Uma pausa antes de enviar isto
        }
    .step =
        { $age ->
            [under6] Diga com palavras gentis.
            [under10] Tente dizer com palavras mais gentis.
            [under13] Respire fundo e tente dizer de uma maneira mais gentil.
           *[under18] Respire fundo e depois escreva o que quer que a outra pessoa entenda.
        }

# Contar a alguém é bom: nunca se impede.
sending-self_harm =
    { $age ->
        [under6] É bom dizer como você se sente: você não está só.
        [under10] É bom dizer como você se sente: a culpa não é sua, e você não está só.
        [under13] É bom que você diga como se sente. A culpa não é sua, e você não está só. Nas linhas de ajuda para crianças há quem escute todos os dias sentimentos como os seus. Se você não estiver em segurança neste momento, ligue para o número de emergência.
        [under16] É bom contar a alguém, e a culpa não é sua. Você pode enviar isto. Numa linha de ajuda também há quem escute sem julgar. Se você não estiver em segurança neste momento, ligue para o número de emergência.
       *[under18] É bom contar a alguém, e a culpa não é sua. Você pode enviar isto. Numa linha de ajuda também há quem escute sem julgar, e um médico pode ajudar. Se você não estiver em segurança neste momento, ligue para o número de emergência.
    }
    .title = Você não está só
    .step =
        { $age ->
            [under6] Vá agora até uma pessoa adulta que cuida de você e diga como se sente.
            [under10] Vá agora até uma pessoa adulta de confiança e diga como se sente.
            [under13] Ligue ou escreva já para uma linha de ajuda para crianças e depois conte a uma pessoa adulta de confiança.
            [under16] Procure já uma linha de ajuda e depois diga a uma pessoa adulta: “Não estou bem. Preciso que me escute.”
            [adult] Procure já uma linha de ajuda e depois conte a alguém de confiança ou a um médico.
           *[under18] Procure já uma linha de ajuda e depois conte a uma pessoa adulta de confiança ou a um médico.
        }

## O que se diz à pessoa cuja própria mensagem foi assinalada
# Na falta de idade, palavras para adolescentes: sem lei, falar com alguém. Ninguém recebe rótulo nem ameaça do que não se faz.

deterrence-grooming =
    { $age ->
        [adult] Pedir segredos, fotos privadas ou um encontro a uma criança pode ser crime e faz mal à criança, mesmo que ela pareça aceitar. Você pode parar agora. Há ajuda gratuita para parar, antes ou depois de algo ter acontecido, e não é preciso dar o nome.
        [unknown] Pedir segredos, fotos privadas ou um encontro a alguém com menos de 18 anos pode ser contra a lei e faz mal, mesmo que a pessoa pareça aceitar. Você pode parar aqui. Há ajuda gratuita para parar, e não é preciso dar o nome.
        [under6] Esta mensagem pode deixar alguém triste.
        [under10] Esta mensagem pode dar medo a alguém, e uma pessoa adulta pode ajudar você com isto.
       *[under18] Insistir com alguém por segredos, fotos ou um encontro pode magoar, mesmo que a pessoa diga sim. Dê tempo e espaço para um não. Se você tem dúvidas, ou se alguém obriga você a fazer isto, pode pedir ajuda.
    }
    .title =
        { $age ->
            [adult] Pare aqui: isto pode fazer mal a uma criança
            [unknown] Uma pausa: isto pode fazer mal
           *[under18] Espere um momento
        }
    .step =
        { $age ->
            [adult] Não envie mais nada e procure uma linha de ajuda gratuita; não é preciso dar o nome.
            [unknown] Não envie mais nada e veja que ajuda existe.
            [under6] Mostre isto a uma pessoa adulta que cuida de você.
            [under10] Mostre isto a uma pessoa adulta de confiança.
           *[under18] Pare aqui e fale com alguém de confiança.
        }

deterrence-sextortion =
    { $age ->
        [adult] Ameaçar alguém com imagens é crime na maioria dos países e faz um mal profundo, sobretudo a uma criança. Você pode parar agora, não importa o que já aconteceu. Há ajuda gratuita para parar, e não é preciso dar o nome.
        [unknown] Ameaçar alguém com imagens é contra a lei na maioria dos países e faz um mal profundo, sobretudo a alguém com menos de 18 anos. Você pode parar agora. Há ajuda gratuita para parar, e não é preciso dar o nome.
        [under6] Esta mensagem pode assustar alguém.
        [under10] Esta mensagem pode assustar alguém, e uma pessoa adulta pode ajudar você com isto.
       *[under18] Uma ameaça assim pode dar muito medo, e parar agora ajuda de verdade a outra pessoa. Se alguém obriga você a fazer isto, ou se você já não sabe como sair, também pode pedir ajuda.
    }
    .title =
        { $age ->
            [adult] Pare aqui: isto faz um mal profundo
            [unknown] Pare aqui: isto faz um mal profundo
           *[under18] Espere um momento
        }
    .step =
        { $age ->
            [adult] Não envie mais nada e procure uma linha de ajuda gratuita; não é preciso dar o nome.
            [unknown] Não envie mais nada e veja que ajuda existe.
            [under6] Mostre isto a uma pessoa adulta que cuida de você.
            [under10] Mostre isto a uma pessoa adulta de confiança.
           *[under18] Pare aqui e fale com uma pessoa adulta de confiança ou com uma linha de ajuda.
        }

deterrence-coercion =
    { $age ->
        [adult] Pressionar alguém para fazer mal a si pode ser crime e pode pôr uma criança em perigo. Você pode parar agora, não importa o que já aconteceu. Há ajuda gratuita para parar, e não é preciso dar o nome.
        [unknown] Pressionar alguém para fazer mal a si pode ser contra a lei e pode pôr uma criança em perigo. Você pode parar agora. Há ajuda gratuita para parar, e não é preciso dar o nome.
        [under6] Esta mensagem pode pôr alguém em perigo.
        [under10] Esta mensagem pode pôr alguém em perigo, e uma pessoa adulta pode ajudar você com isto.
       *[under18] Palavras assim podem pôr alguém em perigo, mesmo como brincadeira ou desafio, e parar agora ajuda de verdade. Se essa pessoa preocupa você, ou se alguém obriga você a fazer isto, pode pedir ajuda.
    }
    .title =
        { $age ->
            [adult] Pare aqui: isto pode ferir alguém
            [unknown] Pare aqui: isto pode ferir alguém
           *[under18] Espere um momento
        }
    .step =
        { $age ->
            [adult] Não envie mais nada e procure uma linha de ajuda gratuita; não é preciso dar o nome.
            [unknown] Não envie mais nada e veja que ajuda existe.
            [under6] Mostre isto a uma pessoa adulta que cuida de você.
            [under10] Mostre isto a uma pessoa adulta de confiança.
           *[under18] Pare aqui e fale com uma pessoa adulta de confiança ou com uma linha de ajuda.
        }

deterrence-sexual_content =
    { $age ->
        [adult] Enviar mensagens sexuais a uma criança é ilegal na maioria dos países e faz mal à criança, mesmo que ela responda. Você pode parar agora. Há ajuda gratuita para parar, antes ou depois de algo ter acontecido, e não é preciso dar o nome.
        [unknown] Enviar mensagens sexuais a alguém com menos de 18 anos pode ser contra a lei e faz mal, mesmo que a pessoa responda. Você pode parar aqui. Há ajuda gratuita para parar, e não é preciso dar o nome.
        [under6] Esta mensagem pode deixar alguém triste.
        [under10] Esta mensagem pode deixar alguém triste, e uma pessoa adulta pode ajudar você com isto.
       *[under18] Nem todas as pessoas querem receber uma mensagem assim, e ela pode parecer pressão. Pense se a outra pessoa quer e deixe espaço para um não. Se você tem dúvidas, falar sobre isto ajuda.
    }
    .title =
        { $age ->
            [adult] Pare aqui: isto pode fazer mal a uma criança
            [unknown] Uma pausa: isto pode fazer mal
           *[under18] Espere um momento
        }
    .step =
        { $age ->
            [adult] Não envie mais nada e procure uma linha de ajuda gratuita; não é preciso dar o nome.
            [unknown] Não envie mais nada e veja que ajuda existe.
            [under6] Mostre isto a uma pessoa adulta que cuida de você.
            [under10] Mostre isto a uma pessoa adulta de confiança.
           *[under18] Pare aqui e fale com alguém de confiança.
        }

deterrence-bullying =
    { $age ->
        [adult] Ameaçar ou perseguir uma criança pode ser ilegal e faz mal à criança. Você pode parar agora e voltar a isto com mais calma. Se é difícil parar, há ajuda gratuita, e não é preciso dar o nome.
        [unknown] Ameaças e perseguição podem ser contra a lei e fazem mal, sobretudo a alguém com menos de 18 anos. Você pode parar aqui. Se é difícil parar, há ajuda gratuita, e não é preciso dar o nome.
        [under6] Estas palavras podem deixar alguém triste.
        [under10] Estas palavras podem deixar alguém triste, mesmo que você não queira.
       *[under18] Palavras assim podem magoar muito, mesmo como brincadeira. Sentir raiva é normal: você pode dizer o que incomoda sem magoar. Se algo não vai bem entre vocês, falar com alguém ajuda.
    }
    .title =
        { $age ->
            [adult] Uma pausa: isto pode magoar alguém
            [unknown] Uma pausa: isto pode magoar alguém
           *[under18] Espere um momento
        }
    .step =
        { $age ->
            [adult] Pare aqui e espere um tempo antes de voltar a escrever.
            [unknown] Pare aqui e espere um tempo antes de voltar a escrever.
            [under6] Diga com palavras gentis.
            [under10] Tente dizer com palavras mais gentis.
           *[under18] Respire fundo e diga de outra maneira, ou não diga.
        }

deterrence-sensitive_image =
    { $age ->
        [adult] Esta imagem pode ser sexual. Enviar uma imagem assim a uma criança, ou de uma criança, é ilegal na maioria dos países e faz mal à criança. Você pode parar agora. Há ajuda gratuita para parar, e não é preciso dar o nome.
        [unknown] Esta imagem pode ser sexual. Enviar uma imagem assim a alguém com menos de 18 anos, ou de alguém com menos de 18 anos, pode ser contra a lei e faz mal a essa pessoa. Você pode parar aqui. Há ajuda gratuita para parar, e não é preciso dar o nome.
        [under6] Esta imagem pode ser privada.
        [under10] Esta imagem pode ser privada, e uma pessoa adulta pode ajudar você com isto.
       *[under18] Pode ser uma imagem íntima. Nem todas as pessoas querem receber uma e, se mostra outra pessoa, não cabe a você enviar. Se alguém faz pressão para você mandar, a culpa não é sua.
    }
    .title =
        { $age ->
            [adult] Pare aqui: isto pode fazer mal a uma criança
            [unknown] Uma pausa: isto pode fazer mal
           *[under18] Espere um momento
        }
    .step =
        { $age ->
            [adult] Não envie mais nada e procure uma linha de ajuda gratuita; não é preciso dar o nome.
            [unknown] Não envie mais nada e veja que ajuda existe.
            [under6] Mostre isto a uma pessoa adulta que cuida de você.
            [under10] Mostre isto a uma pessoa adulta de confiança.
           *[under18] Pare aqui e fale com alguém de confiança.
        }

deterrence-known_image =
    { $age ->
        [adult] Esta imagem parece estar numa lista de imagens nocivas conhecidas. Ter ou divulgar imagens sexuais de crianças é ilegal na maioria dos países, e cada divulgação faz mal de novo a uma criança real. Há ajuda gratuita para parar, e não é preciso dar o nome.
        [unknown] Esta imagem parece estar numa lista de imagens nocivas conhecidas. Divulgar imagens assim pode ser contra a lei e, se mostram uma criança, cada divulgação faz mal de novo a essa criança. Há ajuda gratuita para parar, e não é preciso dar o nome.
        [under6] Esta imagem pode fazer mal a alguém.
        [under10] Esta imagem pode fazer mal a alguém, e uma pessoa adulta pode ajudar você com isto.
       *[under18] Talvez você não soubesse: esta imagem parece estar numa lista de imagens que fazem mal a alguém. Passar adiante pode fazer mal de novo. Se isto preocupa você, ou se alguém obriga você a fazer isto, pode pedir ajuda.
    }
    .title =
        { $age ->
            [adult] Pare aqui: isto pode fazer mal a uma criança
            [unknown] Pare aqui: isto pode fazer mal
           *[under18] Espere um momento
        }
    .step =
        { $age ->
            [adult] Não envie mais nada e procure uma linha de ajuda gratuita; não é preciso dar o nome.
            [unknown] Não envie mais nada e veja que ajuda existe.
            [under6] Conte a uma pessoa adulta que cuida de você.
            [under10] Conte a uma pessoa adulta de confiança.
           *[under18] Pare aqui e fale com uma pessoa adulta de confiança ou com uma linha de ajuda.
        }

## O que se diz a quem cuida; $age é a idade do filho ou da filha
# Que tipo de ajuda, nunca uma palavra, nunca um nome. Respirar, escutar, agradecer, acreditar.

guardian-grooming = Talvez alguém queira ganhar a confiança do seu filho ou filha para se aproveitar; também pode ser inofensivo. Primeiro, respire. Escute, agradeça por contar, acredite. Não comece por castigar nem por tirar o telefone. Guarde as mensagens; não fale com essa pessoa.
    .title = Seu filho ou filha pode precisar de ajuda numa conversa
    .step =
        { $age ->
            [under6] Sente-se ao lado da criança e pergunte: “Quem fala com você aí?”
            [under10] Sente-se ao lado da criança e pergunte: “Com quem você fala, e como se sente?”
            [under13] Num momento calmo, pergunte: “Alguém na internet pediu que você guardasse um segredo?”
           *[under18] Num momento calmo, pergunte como pode ajudar e combine com seu filho ou filha o próximo passo.
        }

guardian-sextortion = Pode haver chantagem contra seu filho ou filha, talvez com imagens. A culpa não é do seu filho ou filha. Primeiro, respire. Escute, agradeça, acredite; nada de castigos. Não pague, não fale com essa pessoa, não passe imagens adiante. Guarde as provas e denuncie com seu filho ou filha.
    .title = Seu filho ou filha pode precisar de ajuda contra chantagem
    .step =
        { $age ->
            [under6] Vá agora até a criança e diga: “Você não fez nada de errado. Eu vou ajudar.”
            [under10] Vá agora até a criança e diga: “Você não fez nada de errado. Eu vou ajudar.”
           *[under18] Vá agora até seu filho ou filha e diga: “A culpa não é sua. Vamos resolver isto com calma.”
        }

guardian-sexual_content =
    { $age ->
        [under6] Algo que não é para crianças pode ter aparecido no aparelho. Primeiro, respire: a criança não fez nada de errado. Fique perto e com calma, escute e agradeça por contar. Não castigue nem passe nada adiante.
        [under10] Algo que não é para crianças pode ter aparecido no aparelho. Primeiro, respire: a criança não fez nada de errado. Fique perto e com calma, escute e agradeça por contar. Não castigue nem passe nada adiante.
       *[under18] Podem ter aparecido mensagens ou conteúdos sexuais; talvez seu filho ou filha não quisesse. Primeiro, respire. Escute, agradeça, acredite. Não comece por castigar nem por tirar o telefone. Se alguém fez pressão, guarde as mensagens; não fale com essa pessoa.
    }
    .title = Seu filho ou filha pode precisar conversar sobre conteúdos
    .step =
        { $age ->
            [under6] Pergunte com carinho: “Você viu alguma coisa que pareceu estranha?”
            [under10] Pergunte com carinho: “Você viu alguma coisa que pareceu estranha?”
           *[under18] Num momento calmo, pergunte: “Alguém manda coisas que você não quer?”
        }

guardian-bullying = Pode haver mensagens cruéis na vida do seu filho ou filha nestes dias. Primeiro, respire. Escute, agradeça por contar, acredite. Não responda no lugar dele ou dela nem tire o telefone: isso também afastaria as amizades. Guarde as mensagens como prova.
    .title = Seu filho ou filha pode precisar de ajuda contra o bullying
    .step =
        { $age ->
            [under6] Pergunte com carinho: “Alguém tratou você mal?”
            [under10] Pergunte com carinho: “Alguém tratou você mal?”
           *[under18] Pergunte como vão as coisas com os outros e combine com seu filho ou filha o próximo passo.
        }

guardian-self_harm =
    { $age ->
        [under6] A criança pode sentir muita tristeza ou medo. Primeiro, respire; depois, fique perto. Escute sem corrigir e agradeça por contar. Ligue hoje para uma linha de ajuda ou um médico. Se a criança não estiver em segurança neste momento, ligue para o número de emergência.
        [under10] A criança pode sentir muita tristeza ou medo. Primeiro, respire; depois, fique perto. Escute sem corrigir e agradeça por contar. Ligue hoje para uma linha de ajuda ou um médico. Se a criança não estiver em segurança neste momento, ligue para o número de emergência.
       *[under18] Seu filho ou filha pode estar em grande sofrimento. Primeiro, respire; depois, fique perto. Escute sem julgar, agradeça por contar, acredite. Ligue hoje para uma linha de ajuda ou um médico. Se ele ou ela não estiver em segurança neste momento, ligue para o número de emergência.
    }
    .title = Seu filho ou filha pode estar em sofrimento
    .step =
        { $age ->
            [under6] Vá agora até a criança e fique perto.
            [under10] Vá agora até a criança e diga: “Estou aqui. Pode contar tudo.”
           *[under18] Vá agora até seu filho ou filha e diga: “Estou aqui. Você não está só.”
        }

guardian-coercion = Talvez alguém pressione seu filho ou filha para fazer mal a si ou a outras pessoas. A culpa não é do seu filho ou filha. Primeiro, respire. Fique perto, escute, agradeça, acredite; nada de castigos. Guarde as mensagens, não fale com essa pessoa. Se houver perigo agora, ligue para o número de emergência.
    .title = Seu filho ou filha pode estar sob pressão
    .step =
        { $age ->
            [under6] Vá agora até a criança e fique perto.
            [under10] Vá agora até a criança e diga: “Ninguém pode obrigar você a fazer isso. Estou aqui.”
           *[under18] Vá agora até seu filho ou filha e diga: “Você não precisa fazer isso. Estou do seu lado.”
        }

guardian-personal_info = Seu filho ou filha talvez vá revelar onde mora, onde estuda ou um número. Muitas vezes é inofensivo. Primeiro, respire, escute e agradeça por contar. Não comece por castigar. Se alguém fez pressão para saber, guarde as mensagens; não fale com essa pessoa.
    .title = Seu filho ou filha pode precisar de ajuda com a privacidade
    .step =
        { $age ->
            [under6] Combine com a criança: “Antes de dizer onde moramos, pergunte.”
            [under10] Combine com a criança: “Antes de dizer onde você mora, pergunte.”
           *[under18] Fale com seu filho ou filha e combine quem pode saber o quê.
        }

guardian-known_image = Apareceu no aparelho uma imagem que parece estar numa lista de imagens nocivas. Pode ter vindo sem ninguém pedir, e a coincidência pode ser um erro. Primeiro, respire. Escute, agradeça, acredite; nada de castigos. Não copie nem passe adiante, não fale com quem mandou.
    .title = Seu filho ou filha pode precisar de ajuda com uma imagem
    .step =
        { $age ->
            [under6] Primeiro, fique com a criança; depois, pergunte a um canal de denúncia o que fazer.
            [under10] Primeiro, fique com a criança; depois, pergunte a um canal de denúncia o que fazer.
           *[under18] Primeiro, escute; depois, denuncie com seu filho ou filha num canal de denúncia.
        }

guardian-sensitive_image = Apareceu uma imagem que pode ser privada ou íntima; o programa pode errar. Primeiro, respire. Escute, agradeça, acredite. Não comece por castigar nem por tirar o telefone. Não passe a imagem adiante. Se alguém fez pressão, guarde as mensagens; não fale com essa pessoa.
    .title = Seu filho ou filha pode precisar de ajuda com uma imagem
    .step =
        { $age ->
            [under6] Pergunte com carinho: “Você viu uma imagem que pareceu estranha?”
            [under10] Pergunte com carinho: “Uma imagem ou um pedido de alguém pareceu estranho?”
           *[under18] Num momento calmo, pergunte: “Alguém pressiona você por causa de fotos?”
        }

## O que não pôde ser verificado

unchecked-message =
    { $age ->
        [under6] Não foi possível verificar esta mensagem.
        [under10] Não foi possível verificar esta mensagem.
       *[under18] Não foi possível verificar esta mensagem. Isso não quer dizer que haja algo de errado nela.
    }
    .step =
        { $age ->
            [under6] Veja junto com uma pessoa adulta que cuida de você.
            [under10] Se parecer estranha, pergunte a uma pessoa adulta.
            [under13] Tenha cuidado e, se parecer estranha, pergunte a uma pessoa adulta de confiança.
           *[under18] Tenha cuidado e, se algo não parecer certo, pergunte a alguém de confiança.
        }

unchecked-image =
    { $age ->
        [under6] Não foi possível verificar esta imagem.
        [under10] Não foi possível verificar esta imagem.
       *[under18] Não foi possível verificar esta imagem. Isso não quer dizer que haja algo de errado nela.
    }
    .step =
        { $age ->
            [under6] Peça a uma pessoa adulta que cuida de você para ver primeiro.
            [under10] Peça a uma pessoa adulta para ver primeiro.
            [under13] Só abra se você sabe o que é, ou pergunte a uma pessoa adulta de confiança.
           *[under18] Só abra se você sabe o que é.
        }

unchecked-stream =
    { $age ->
        [under6] Não foi possível verificar este vídeo.
        [under10] Não foi possível verificar este vídeo.
       *[under18] Não foi possível verificar este vídeo. Isso não quer dizer que haja algo de errado nele.
    }
    .step =
        { $age ->
            [under6] Veja junto com uma pessoa adulta que cuida de você.
            [under10] Veja junto com uma pessoa adulta.
            [under13] Só continue a ver se você se sente bem, ou pergunte a uma pessoa adulta de confiança.
           *[under18] Só continue a ver se você se sente bem. Pode sair a qualquer momento.
        }

## O que se diz sobre o próprio programa

monitoring-notice =
    { $age ->
        [under6] Um programa neste aparelho olha mensagens e imagens e pode dizer a uma pessoa adulta que cuida de você que você precisa de ajuda.
        [under10] Um programa neste aparelho verifica mensagens e imagens; pode dizer a uma pessoa adulta que você precisa de ajuda, mas não o que você escreveu.
        [under13] Um programa neste aparelho olha mensagens e imagens para avisar você de truques. Nenhuma pessoa adulta as lê por meio dele. Uma pessoa adulta pode saber que você precisa de ajuda e de que tipo, mas não o que foi escrito nem com quem.
       *[under18] Um programa verifica mensagens e imagens só neste aparelho. Nenhuma pessoa adulta as lê por meio dele, e nada do que ele olha sai do aparelho. Uma pessoa adulta pode saber que talvez você precise de ajuda e de que tipo, mas nunca as palavras nem com quem.
    }
    .title =
        { $age ->
            [under6] Uma ajuda neste aparelho
            [under10] Uma ajuda neste aparelho
            [under13] Uma ajuda neste aparelho
           *[under18] O que é verificado neste aparelho
        }

digest-delay =
    { $age ->
        [under6]
            { $hours ->
                [one] Daqui a { $hours } hora, uma pessoa adulta que cuida de você vai saber que talvez você precise de ajuda.
               *[other] Daqui a { $hours } horas, uma pessoa adulta que cuida de você vai saber que talvez você precise de ajuda.
            }
        [under10]
            { $hours ->
                [one] Daqui a { $hours } hora, uma pessoa adulta que cuida de você vai saber que talvez você precise de ajuda, mas não o que você escreveu.
               *[other] Daqui a { $hours } horas, uma pessoa adulta que cuida de você vai saber que talvez você precise de ajuda, mas não o que você escreveu.
            }
       *[under18]
            { $hours ->
                [one] Daqui a { $hours } hora, uma pessoa adulta vai saber que talvez você precise de ajuda e de que tipo, mas não o que foi escrito nem com quem. Se quiser, fale antes com ela ou com outra pessoa de confiança.
               *[other] Daqui a { $hours } horas, uma pessoa adulta vai saber que talvez você precise de ajuda e de que tipo, mas não o que foi escrito nem com quem. Se quiser, fale antes com ela ou com outra pessoa de confiança.
            }
    }
    .step =
        { $age ->
            [under6] Conte a uma pessoa adulta que cuida de você.
            [under10] Conte a uma pessoa adulta de confiança.
           *[under18] Fale antes, por exemplo: “Aconteceu uma coisa na internet. Posso contar?”
        }

## O resumo para quem cuida

digest-title = Onde seu filho ou filha pode precisar de você
digest-none = Não apareceu nada que precise de você. Perguntar como vão as coisas na internet é sempre boa ideia.
digest-private = Aqui você não vê palavras nem nomes. As mensagens do seu filho ou filha continuam a ser só dele ou dela, para que pedir ajuda a você continue a ser fácil. Você sabe que tipo de ajuda pode ser preciso e pode oferecer essa ajuda.
digest-unchecked =
    { $count ->
        [one] { $count } mensagem ou imagem não pôde ser verificada.
       *[other] { $count } mensagens ou imagens não puderam ser verificadas.
    }

urgency-calm = sem pressa
urgency-soon = conversar nos próximos dias
urgency-today = conversar hoje
urgency-now = vá agora até seu filho ou filha

frequency-once = uma vez
frequency-several = várias vezes
frequency-often = muitas vezes

trend-new = novo
trend-less = menos do que antes
trend-same = mais ou menos como antes
trend-more = mais do que antes

## Serviços de ajuda

help-title = Quem pode ajudar
help-free = grátis
help-unverified = Número ainda não confirmado: veja primeiro o endereço na internet
help-verified = Confirmado em { $date }
help-danger = Há perigo neste momento? Ligue para o número de emergência.
help-hours = Horário de atendimento

audience-child = Ajuda para crianças e adolescentes
audience-offender_help = Ajuda para quem se preocupa com os próprios pensamentos ou atos
audience-image_removal = Ajuda para remover imagens
audience-reporting_hotline = Denunciar conteúdo nocivo

## Quando o programa errou

contest-offer = Está tudo bem com isto
contest-thanks = Agradecemos o aviso. Os programas também erram.
contest-reason-harmless = É inofensivo
contest-reason-known_person = Conheço esta pessoa
contest-reason-wrong_language = Entendeu mal a minha língua
contest-reason-other = Outro motivo
contest-limit =
    { $age ->
        [under6] Isto fica como está, e uma pessoa adulta que cuida de você pode ver com você.
        [under10] Isto fica como está, e uma pessoa adulta de confiança pode ver com você.
        [under13] Por enquanto, isto fica como está. Se acha que é um erro, mostre a uma pessoa adulta de confiança.
       *[under18] Por enquanto, isto fica como está. Se acha que é um erro, fale com alguém de confiança.
    }

## Botões

uncover = Mostrar
cover = Cobrir
back = Voltar
tell_adult =
    { $age ->
        [under6] Contar a quem cuida de mim
        [under10] Contar a uma pessoa adulta
        [adult] Contar a alguém de confiança
       *[under18] Contar a um adulto de confiança
    }
send_anyway = Enviar mesmo assim
do_not_send = Não enviar
