# Lo que leen las personas, en español: para España y América Latina, con «tú». La fuente es en.ftl; las claves son las
# palabras del vocabulario de core. Amable, breve, sin culpa, una sola cosa que hacer. Cómo editar y traducir: README.md.
#
# Palabras elegidas: «persona adulta» y no «papá o mamá»; «a salvo», «a solas», «alguien de confianza» porque no tienen
# género; «traje de baño», «teléfono», «denunciar», «línea de ayuda», porque se entienden a ambos lados.
# $gender solo donde lo natural es «No estás sola» o «No estás solo»; sin género: «No tienes que pasarlo a solas».

## Lo que se encontró, para quien mira un informe
behavior-age_query = pregunta qué edad tiene
behavior-personal_info_query = pide datos personales
behavior-alone_query = pregunta si hay alguien cerca o vigilando
behavior-secrecy = pide guardar un secreto
behavior-isolation = siembra desconfianza hacia la familia o las amistades
behavior-flattery_maturity = halaga el aspecto o la madurez
behavior-gift_offer = ofrece regalos, dinero o favores
behavior-platform_switch = quiere pasar a otra aplicación
behavior-meeting = quiere un encuentro en persona
behavior-photo_request = pide una foto o que encienda la cámara
behavior-reciprocity_pressure = dice que se le debe algo a cambio
behavior-romance_declaration = declara su amor
behavior-guilt_manipulation = hace sentir culpa
behavior-testing_boundaries = tantea hasta dónde puede llegar
behavior-threat_sextortion = amenaza con publicar algo o exige un pago
behavior-coercion_selfharm = empuja al niño o a la niña a hacerse daño
behavior-personal_info_disclosure = el niño o la niña da datos personales
behavior-refusal = el niño o la niña dice que no
behavior-distress = el niño o la niña siente miedo o angustia

cue-unmistakable = se dijo algo inequívoco
cue-persistence = sigue a pesar de un no o de señales de angustia
cue-stage_mix = se juntan distintas formas de acercamiento
cue-clear_sign = al menos una señal de alerta clara
cue-one_sided_questions = una parte pregunta y la otra responde
cue-early_private_channel = muy pronto se buscó privacidad o una foto
cue-tone = cómo suenan los últimos mensajes
cue-night = escribe de noche
cue-many_children = escribe a muchos niños y niñas
relation-unknown = la aplicación no sabe quién es
relation-stranger = una persona desconocida
relation-known = un contacto conocido
relation-family = de la familia
relation-school = de su escuela
stage-initial_contact = primer contacto
stage-trust_building = ganarse la confianza
stage-isolation = aislamiento
stage-dependency_creation = crear dependencia
stage-sexual_introduction = debilitar los límites
stage-maintenance = mantener el contacto
stage-control = control mediante amenazas

category-grooming = un patrón que puede preparar un abuso
category-sextortion = chantaje
category-sexual_content = contenido sexual
category-bullying = acoso o burlas crueles
category-self_harm = un niño o una niña que lo pasa mal
category-coercion = presión para hacer daño
category-personal_info = datos personales a punto de enviarse
category-known_image = una imagen conocida
category-sensitive_image = una imagen que puede ser delicada

action-allow = nada que hacer
action-indicate = mostrar una señal y ofrecer ayuda
action-blur = taparlo
action-interrupt = detenerlo y preguntar antes
action-mute = no dejarlo pasar

reason-conversation-pattern = la conversación en su conjunto

## Lo que se le dice a quien recibe algo
# Orden: no es culpa tuya, un paso seguro, una persona adulta de confianza. La línea de ayuda va debajo, de la lista.

notice-grooming =
    { $age ->
        [under6] No hiciste nada malo, y una persona adulta que te cuida puede ayudarte con esto.
        [under10] No es culpa tuya: en internet hay personas que solo fingen ser buenas.
        [under13] No es culpa tuya. Hay personas que fingen amistad para que hagas lo que ellas quieren. A una amistad de verdad no le molesta que se lo cuentes a una persona adulta, y nunca tienes que guardar un secreto que te hace sentir mal.
        [under16] No es culpa tuya. Puede que alguien se esté ganando tu confianza para conseguir algo de ti. Puedes parar cuando quieras, aunque antes hayas dicho que sí. No te pases a otra aplicación ni vayas a solas a un encuentro: quien te quiere bien lo acepta.
       *[under18] Si aquí algo anda mal, no es culpa tuya. La conversación tiene señales de alguien que se gana la confianza para tener control: secretos, presión, un lugar más privado para hablar. Puede ser inofensivo. Puedes decir que no en cualquier momento, aunque antes hayas dicho que sí.
    }
    .title =
        { $age ->
            [under6] Pide ayuda a una persona adulta
            [under10] Haz una pausa
            [under13] Esto puede ser un engaño
           *[under18] Quizá esta conversación no sea lo que parece
        }
    .step =
        { $age ->
            [under6] Muéstrale esto a una persona adulta que te cuida.
            [under10] Muéstrale esto a una persona adulta de confianza.
            [under13] Deja de escribir por ahora y muéstrale esto a una persona adulta de confianza.
            [under16] Dile a una persona adulta de confianza: «¿Te puedo mostrar un chat que me parece raro?».
            [adult] Deja de escribir por ahora y pregúntale a alguien de confianza qué le parece.
           *[under18] Deja de escribir por ahora y pregúntale a una persona adulta de confianza qué le parece.
        }

notice-sextortion =
    { $age ->
        [under6] Alguien no se porta bien contigo, y no es culpa tuya.
        [under10] Alguien quiere asustarte, y no es culpa tuya.
        [under13] No es culpa tuya. Hay personas que asustan a niñas y niños para conseguir dinero o fotos. Es un engaño que se llama chantaje. No mandes dinero ni fotos, aunque lo hayas hecho antes. Deja de responder y bloquea, pero no borres nada.
        [under16] No es culpa tuya. Parece un chantaje, algo que le pasa a mucha gente de tu edad, también a chicos. No mandes dinero ni más fotos, aunque ya lo hayas hecho. Deja de responder y bloquea, pero no borres nada: es la prueba. De esto se puede salir.
       *[under18] No es culpa tuya. Parece un chantaje; le pasa a mucha gente, también a chicos y hombres, a veces con imágenes falsas. No mandes dinero ni nada más, aunque ya lo hayas hecho. Deja de responder, bloquea y no borres nada. Hay servicios gratuitos que ayudan a retirar imágenes.
    }
    .title =
        { $age ->
            [under6] No hiciste nada malo
            [under10] No hiciste nada malo
            [under13] Esto es un engaño, y hay quien te ayuda
           *[under18] Chantaje: hay salida
        }
    .step =
        { $age ->
            [under6] Muéstrale esto a una persona adulta que te cuida.
            [under10] No contestes. Muéstrale esto a una persona adulta de confianza.
            [under13] Deja de responder y cuéntaselo ya a una persona adulta de confianza. No hiciste nada malo.
            [under16] Dile a una persona adulta de confianza: «Alguien me amenaza por internet. Ayúdame, por favor».
            [adult] Cuéntaselo hoy a alguien de confianza o a una línea de ayuda. No tienes que afrontarlo a solas.
           *[under18] Cuéntalo hoy a una persona adulta de confianza o a una línea de ayuda. No tienes que afrontarlo a solas.
        }

notice-sexual_content =
    { $age ->
        [under6] No hiciste nada malo, y no tienes que mirar esto.
        [under10] Esto no es para tu edad, y no es culpa tuya que te haya llegado.
        [under13] No es culpa tuya que te haya llegado esto. No es para tu edad. Nadie debe presionarte para que lo mires, respondas o mandes algo parecido.
        [under16] No es culpa tuya que te haya llegado esto. Parece de tipo sexual. No tienes que mirar, responder ni mandar nada a cambio, aunque antes lo hayas hecho. Puedes bloquear a quien te lo envió.
       *[under18] Si no querías recibirlo, no es culpa tuya. Parece de tipo sexual. No tienes que mirar, responder ni mandar nada a cambio, sin importar lo que hayas dicho antes. Puedes bloquear la cuenta y denunciarla.
    }
    .title = No tienes que mirar esto
    .step =
        { $age ->
            [under6] Muéstrale esto a una persona adulta que te cuida.
            [under10] Déjalo y cuéntaselo a una persona adulta de confianza.
            [under13] Déjalo cerrado y cuéntaselo a una persona adulta de confianza.
            [under16] Dile a una persona adulta de confianza: «Me llegó algo por internet que no me parece bien».
           *[under18] Si no lo quieres ver, déjalo cerrado y bloquea a quien lo envió.
        }

notice-bullying =
    { $age ->
        [under6] Alguien no fue amable contigo, y no es culpa tuya.
        [under10] Alguien te está tratando mal, y no es culpa tuya.
        [under13] No es culpa tuya. Hay quien escribe cosas feas solo para que le contesten, y tú no tienes que contestar. Guarda el mensaje: muestra lo que pasó.
        [under16] No es culpa tuya, y nadie debería escribirte así. No tienes que responder. Guárdalo como prueba, después silencia o bloquea y, si quieres, denúncialo en la aplicación.
       *[under18] No es culpa tuya, y nadie debería escribirte así. No tienes que responder. Guárdalo como prueba, después bloquea y denúncialo en la aplicación. Si hay amenazas, también puedes pedir ayuda fuera de la aplicación.
    }
    .title =
        { $age ->
            [under6] Eso no fue amable
            [under10] Eso no fue amable
           *[under18] Nadie debería escribirte así
        }
    .step =
        { $age ->
            [under6] Muéstrale esto a una persona adulta que te cuida.
            [under10] No contestes. Muéstrale esto a una persona adulta de confianza.
            [under13] No contestes. Guárdalo y muéstraselo a una persona adulta de confianza.
            [under16] Dile a una persona adulta de confianza: «Alguien me trata muy mal en internet. ¿Podemos hablar?».
           *[under18] No respondas. Guárdalo, bloquea y habla con alguien de confianza.
        }

# Quien lo pasa mal recibe cuidado: nunca es una falta, nunca se habla de bloquear. Desde los diez, primero la línea de ayuda.
notice-self_harm =
    { $age ->
        [under6] Gracias por decir cómo te sientes: hay personas que quieren ayudarte.
        [under10] Gracias por decir cómo te sientes: no es culpa tuya, y hay personas que quieren ayudarte.
        [under13] Gracias por decir cómo te sientes. No es culpa tuya, y no tienes que pasarlo a solas. En las líneas de ayuda para niñas y niños escuchan cada día sentimientos como los tuyos. Si en este momento no estás a salvo, llama al número de emergencias.
        [under16] Gracias por decirlo. No es culpa tuya, y no tienes que pasarlo a solas. En una línea de ayuda te escuchan sin juzgarte, y con apoyo esto puede mejorar. Si en este momento no estás a salvo, llama al número de emergencias.
       *[under18] Gracias por decirlo. No es culpa tuya, y no tienes que cargar con esto a solas. En una línea de ayuda te escuchan sin juzgarte; después puede ayudarte alguien de confianza o un médico. Si en este momento no estás a salvo, llama al número de emergencias.
    }
    .title =
        { $age ->
            [under6]
                { $gender ->
                    [feminine] No estás sola
                    [masculine] No estás solo
                   *[other] No tienes que pasarlo a solas
                }
            [under10]
                { $gender ->
                    [feminine] No estás sola
                    [masculine] No estás solo
                   *[other] No tienes que pasarlo a solas
                }
           *[under18]
                { $gender ->
                    [feminine] Gracias por decirlo. No estás sola
                    [masculine] Gracias por decirlo. No estás solo
                   *[other] Gracias por decirlo. No tienes que pasarlo a solas
                }
        }
    .step =
        { $age ->
            [under6] Ve ahora con una persona adulta que te cuida y dile cómo te sientes.
            [under10] Ve ahora con una persona adulta de confianza y dile cómo te sientes.
            [under13] Llama o escribe ya a una línea de ayuda para niñas y niños y luego díselo a una persona adulta de confianza.
            [under16] Llama o escribe ya a una línea de ayuda y luego dile a una persona adulta: «No estoy bien. Escúchame, por favor».
            [adult] Llama o escribe ya a una línea de ayuda y después cuéntaselo a alguien de confianza o a un médico.
           *[under18] Llama o escribe ya a una línea de ayuda y luego habla con una persona adulta de confianza o con un médico.
        }

notice-coercion =
    { $age ->
        [under6] Nadie puede mandarte hacer cosas que hacen daño, y no es culpa tuya.
        [under10] Nadie puede mandarte hacer cosas que hacen daño, y no es culpa tuya.
        [under13] No es culpa tuya. Nadie debe presionarte para que te hagas daño o se lo hagas a otra persona. Hay quien lo llama juego o prueba. Es un engaño, y puedes parar en cualquier momento.
        [under16] No es culpa tuya. Nadie debe presionarte para que te hagas daño o se lo hagas a otras personas, sea cual sea la amenaza. Puedes parar ahora, aunque ya hayas hecho algo. Si en este momento no estás a salvo, llama al número de emergencias.
       *[under18] No es culpa tuya. Empujar a alguien a hacerse daño o a dañar a otras personas es maltrato, aunque lo llamen juego o prueba. Puedes parar en cualquier momento, sea cual sea la amenaza. Si en este momento no estás a salvo, llama al número de emergencias.
    }
    .title = No tienes que hacerlo
    .step =
        { $age ->
            [under6] Ve ahora con una persona adulta que te cuida.
            [under10] No lo hagas. Ve ahora con una persona adulta de confianza.
            [under13] Deja de responder y ve ahora con una persona adulta de confianza.
            [under16] Deja de responder y dile a una persona adulta: «Alguien me presiona. Necesito ayuda ya».
            [adult] Deja de responder, guarda los mensajes y cuéntaselo ahora a alguien de confianza.
           *[under18] Deja de responder, guarda los mensajes y cuéntaselo ahora a una persona adulta de confianza.
        }

notice-personal_info =
    { $age ->
        [under6] Dónde vives solo se dice a gente que ya conocen quienes te cuidan.
        [under10] Tu casa, tu escuela y tu número son solo para gente que ya conocen quienes te cuidan.
        [under13] Esto dice quién eres o dónde encontrarte. En internet hay personas que no son quienes dicen ser. No tienes que responder, y una amistad de verdad sabe esperar.
        [under16] Esto puede revelar dónde encontrarte: una dirección, una escuela, un número. No tienes que darlo, y una amistad sabe esperar. Si alguien te presiona para que lo digas, es un buen motivo para bloquear a esa persona.
       *[under18] Esto puede revelar quién eres o dónde encontrarte: una dirección, una escuela, un número, una cuenta. No se lo debes a nadie. Si alguien te presiona para que lo des, es un buen motivo para bloquear a esa persona.
    }
    .title =
        { $age ->
            [under6] Espera un momento
            [under10] Espera un momento
           *[under18] Espera un momento: se trata de ti
        }
    .step =
        { $age ->
            [under6] Antes, pregúntale a una persona adulta que te cuida.
            [under10] Antes, pregúntale a una persona adulta de confianza.
            [under13] Espera y pregúntale a una persona adulta de confianza antes de contar nada.
           *[under18] Haz una pausa: ¿conoces a esa persona en la vida real? ¿De verdad necesita saberlo?
        }

notice-known_image =
    { $age ->
        [under6] No hiciste nada malo, y no tienes que mirar esta imagen.
        [under10] Esta imagen puede hacerle daño a alguien, y no es culpa tuya que te haya llegado.
        [under13] No es culpa tuya que te haya llegado esto. La imagen parece estar en una lista de imágenes que hacen daño a alguien. No tienes que mirarla. Por favor, no la guardes ni la reenvíes.
        [under16] No es culpa tuya que te haya llegado esto. La imagen parece estar en una lista de imágenes que no se deben compartir, porque hacen daño a alguien. Por favor, no la reenvíes. Si en ella apareces tú, hay quien te ayuda a que la retiren.
       *[under18] No es culpa tuya que te haya llegado esto. La imagen parece estar en una lista de imágenes que hacen daño a la persona que aparece en ellas. Por favor, no la reenvíes; puedes denunciarla. Si apareces tú, hay servicios gratuitos que ayudan a que la retiren.
    }
    .title =
        { $age ->
            [under6] No tienes que mirar
            [under10] No tienes que mirar
           *[under18] Esta imagen no debería compartirse
        }
    .step =
        { $age ->
            [under6] Cuéntaselo a una persona adulta que te cuida.
            [under10] Déjala y cuéntaselo a una persona adulta de confianza.
            [under13] Déjala cerrada y cuéntale a una persona adulta de confianza que te llegó.
            [under16] Dile a una persona adulta de confianza: «Me mandaron una imagen que no está bien».
            [adult] No la reenvíes. Denúnciala o pide ayuda a alguien de confianza.
           *[under18] No la reenvíes. Denúnciala o pide ayuda a una persona adulta de confianza.
        }

notice-sensitive_image =
    { $age ->
        [under6] No hiciste nada malo, y no tienes que mirar esta imagen.
        [under10] Esta imagen puede mostrar algo privado, y no es culpa tuya que te haya llegado.
        [under13] No es culpa tuya que te haya llegado esto. La imagen puede mostrar algo privado, como lo que tapa un traje de baño. No tienes que mirarla, y nadie debe pedirte una parecida.
        [under16] No es culpa tuya que te haya llegado esto. Puede ser una imagen íntima. No tienes que mirarla, responder ni mandar otra, aunque antes hayas dicho que sí. Si en ella aparece alguien que conoces, por favor no la reenvíes.
       *[under18] No es culpa tuya que te haya llegado esto. Puede ser una imagen íntima; el programa también se puede equivocar. No tienes que mirarla, responder ni mandar otra, aunque antes hayas dicho que sí. Si no la querías, puedes bloquear y denunciar.
    }
    .title =
        { $age ->
            [under6] No tienes que mirar
            [under10] No tienes que mirar
           *[under18] Esta imagen puede ser privada
        }
    .step =
        { $age ->
            [under6] Muéstrale esto a una persona adulta que te cuida.
            [under10] Déjala y cuéntaselo a una persona adulta de confianza.
            [under13] Déjala cerrada y cuéntaselo a una persona adulta de confianza.
            [under16] Déjala cerrada y dile a una persona adulta: «Me mandaron una imagen que no quería».
           *[under18] Si no la quieres ver, déjala cerrada y bloquea a quien la envió.
        }

## Lo que se le dice a quien está a punto de enviar algo
# Una pausa, no una prohibición: la decisión sigue siendo suya.

sending-personal_info =
    { $age ->
        [under6] Esto habla de ti o de tu casa; antes, pregúntale a una persona adulta que te cuida.
        [under10] Esto puede decir dónde vives o cuál es tu escuela; antes, pregúntale a una persona adulta.
        [under13] Esto puede decir quién eres o dónde encontrarte. En internet hay personas que no son quienes dicen ser. Todavía puedes decidir no enviarlo, y una amistad de verdad lo va a entender.
        [under16] Esto puede revelar dónde encontrarte: una dirección, una escuela, un número. ¿Conoces a esta persona en la vida real? ¿Necesita saberlo? Si alguien te presiona, puedes decir que no, aunque antes hayas dicho que sí. Tú decides.
       *[under18] Esto parece una dirección, una escuela, un número u otro dato sobre ti. Piensa quién lo va a recibir y para qué. Nadie lo necesita como prueba de confianza. Tú decides.
    }
    .title =
        { $age ->
            [under6] Espera un momento
            [under10] Espera un momento
           *[under18] Una pausa antes de enviar esto
        }
    .step =
        { $age ->
            [under6] Antes, pregúntale a una persona adulta que te cuida.
            [under10] Antes, pregúntale a una persona adulta de confianza.
            [under13] Pregúntale a una persona adulta de confianza antes de enviarlo.
           *[under18] Quita lo que no haga falta que sepa, o no lo envíes.
        }

sending-sensitive_image =
    { $age ->
        [under6] Esta imagen puede ser privada; antes, pregúntale a una persona adulta que te cuida.
        [under10] Esta imagen puede mostrar algo privado, y no tienes que mandársela a nadie.
        [under13] No tienes que mandar esta imagen. ¿Un traje de baño taparía lo que muestra? ¿Alguien te presiona? ¿A tu familia le parecería bien? Si alguna respuesta te preocupa, para aquí. Si alguien te la pide, no es culpa tuya.
        [under16] Nadie tiene que mandar una imagen así, ni a alguien a quien quiere, ni después de haber dicho que sí. ¿Alguien te presiona? ¿Te parecería bien que otras personas la vieran? Si en ella aparece otra persona, no te toca a ti compartirla. Tú decides.
       *[under18] Puede ser una imagen íntima. No se la debes a nadie, y un sí puede pasar a ser un no. ¿Alguien te presiona? ¿Te parecería bien que otras personas la vieran? Si en ella aparece otra persona, no te toca a ti compartirla. Tú decides.
    }
    .title =
        { $age ->
            [under6] Espera un momento
            [under10] Espera un momento
           *[under18] Una pausa antes de enviar esto
        }
    .step =
        { $age ->
            [under6] Antes, pregúntale a una persona adulta que te cuida.
            [under10] Para aquí y, si alguien te la pidió, cuéntaselo a una persona adulta de confianza.
            [under13] Para aquí y, si alguien te la pidió, cuéntaselo a una persona adulta de confianza.
            [under16] Si alguien te presiona, di: «Eso no lo mando». No tienes que dar explicaciones.
           *[under18] Si tienes dudas, no la envíes. Decir «no» no necesita explicaciones.
        }

sending-known_image =
    { $age ->
        [under6] Esta imagen puede hacerle daño a alguien; antes, pregúntale a una persona adulta que te cuida.
        [under10] Esta imagen puede hacerle daño a alguien, y una persona adulta puede ayudarte con esto.
        [under13] Quizá no lo sabías: esta imagen parece estar en una lista de imágenes que hacen daño a alguien. Reenviarla puede volver a hacerle daño. Si alguien quiere que la mandes, no es culpa tuya.
        [under16] Quizá no lo sabías: esta imagen parece estar en una lista de imágenes que hacen daño a alguien. Reenviarla puede volver a hacerle daño. Si alguien te presiona, no es culpa tuya. Si en ella apareces tú, hay quien te ayuda a que la retiren.
       *[under18] Quizá no lo sabías: esta imagen parece estar en una lista de imágenes que hacen daño a la persona que aparece en ellas. Reenviarla puede volver a hacerle daño. Si apareces tú, no es culpa tuya, y hay servicios gratuitos que ayudan a que la retiren.
    }
    .title =
        { $age ->
            [under6] Espera un momento
            [under10] Espera un momento
           *[under18] Una pausa antes de enviar esto
        }
    .step =
        { $age ->
            [under6] Antes, pregúntale a una persona adulta que te cuida.
            [under10] Déjala y cuéntaselo a una persona adulta de confianza.
            [under13] No la reenvíes. Cuéntale a una persona adulta de confianza cómo te llegó.
            [under16] No la envíes y dile a una persona adulta: «Tengo una imagen que no está bien».
            [adult] No la envíes y pregunta a alguien de confianza o a una línea de ayuda qué hacer.
           *[under18] No la envíes y pregunta a una persona adulta de confianza o a una línea de ayuda qué hacer.
        }

sending-sexual_content =
    { $age ->
        [under6] Una persona adulta que te cuida puede ayudarte con este mensaje.
        [under10] Este mensaje puede hablar de cosas privadas; antes, pregúntale a una persona adulta.
        [under13] Esto parece hablar de cosas muy privadas. ¿Alguien quiere que escribas así? No tienes que hacerlo, y no es culpa tuya que te lo pidan.
        [under16] Esto puede sonar a algo sexual. ¿Es lo que tú quieres o lo quiere alguien de ti? Quien te quiere bien no presiona. Puedes parar en cualquier momento, aunque antes hayas dicho que sí. Tú decides.
       *[under18] Esto puede sonar a algo sexual. ¿Es lo que quieres, sabes quién lo recibe y le va a parecer bien? Si alguien te presiona para que lo hagas, no es culpa tuya. Puedes parar en cualquier momento, aunque antes hayas dicho que sí. Tú decides.
    }
    .title =
        { $age ->
            [under6] Espera un momento
            [under10] Espera un momento
           *[under18] Una pausa antes de enviar esto
        }
    .step =
        { $age ->
            [under6] Muéstrale esto a una persona adulta que te cuida.
            [under10] Muéstrale esto a una persona adulta de confianza.
            [under13] Para aquí y, si alguien te lo pidió, cuéntaselo a una persona adulta de confianza.
           *[under18] Tómate un momento. Si sientes presión o tienes dudas, no lo envíes.
        }

sending-bullying =
    { $age ->
        [under6] Estas palabras pueden poner triste a alguien.
        [under10] Estas palabras pueden poner triste a alguien, aunque no sea tu intención.
        [under13] Sentir rabia es normal, pero palabras así pueden doler mucho. Puedes decir lo que te molesta de otra manera: «Eso no me gustó».
        [under16] Sentir rabia o bromear es normal, pero por escrito nadie oye cómo lo dices, y esto puede doler mucho. Di lo que te molesta o espera hasta sentir calma. Si la otra persona fue cruel primero, puedes bloquearla y pedir ayuda. Tú decides.
       *[under18] Esto puede doler más de lo que quieres: por escrito nadie oye tu tono. Puedes decir lo que te molesta o volver a esto cuando sientas calma. Si la otra persona fue cruel primero, puedes bloquearla y pedir ayuda. Tú decides.
    }
    .title =
        { $age ->
            [under6] Espera un momento
            [under10] Espera un momento
           *[under18] Una pausa antes de enviar esto
        }
    .step =
        { $age ->
            [under6] Dilo con palabras amables.
            [under10] Prueba a decirlo con palabras más amables.
            [under13] Respira hondo y prueba a decirlo de una manera más amable.
           *[under18] Respira hondo y luego escribe lo que quieres que entienda.
        }

# Contarlo es bueno: nunca se retiene.
sending-self_harm =
    { $age ->
        [under6] Es bueno decir cómo te sientes: hay personas que quieren ayudarte.
        [under10] Es bueno decir cómo te sientes: no es culpa tuya, y hay personas que quieren ayudarte.
        [under13] Es bueno que digas cómo te sientes. No es culpa tuya, y no tienes que pasarlo a solas. En las líneas de ayuda para niñas y niños escuchan cada día sentimientos como los tuyos. Si en este momento no estás a salvo, llama al número de emergencias.
        [under16] Contárselo a alguien es bueno, y no es culpa tuya. Puedes enviar esto. En una línea de ayuda también te escuchan sin juzgarte. Si en este momento no estás a salvo, llama al número de emergencias.
       *[under18] Contárselo a alguien es bueno, y no es culpa tuya. Puedes enviar esto. En una línea de ayuda también te escuchan sin juzgarte, y un médico puede ayudar. Si en este momento no estás a salvo, llama al número de emergencias.
    }
    .title =
        { $gender ->
            [feminine] No estás sola
            [masculine] No estás solo
           *[other] No tienes que pasarlo a solas
        }
    .step =
        { $age ->
            [under6] Ve ahora con una persona adulta que te cuida y dile cómo te sientes.
            [under10] Ve ahora con una persona adulta de confianza y dile cómo te sientes.
            [under13] Llama o escribe ya a una línea de ayuda para niñas y niños y luego díselo a una persona adulta de confianza.
            [under16] Llama o escribe ya a una línea de ayuda y luego dile a una persona adulta: «No estoy bien. Escúchame, por favor».
            [adult] Llama o escribe ya a una línea de ayuda y después cuéntaselo a alguien de confianza o a un médico.
           *[under18] Llama o escribe ya a una línea de ayuda y luego habla con una persona adulta de confianza o con un médico.
        }

## Lo que se le dice a la persona cuyo propio mensaje se señaló
# Por defecto, palabras para adolescentes: sin ley, hablar con alguien. No se etiqueta a nadie ni se amenaza con lo que no se hace.

deterrence-grooming =
    { $age ->
        [adult] Pedirle a un niño o una niña secretos, fotos privadas o un encuentro puede ser un delito y le hace daño, aunque parezca aceptar. Puedes parar ahora. Hay ayuda gratuita y anónima para dejar de hacerlo, antes o después de que haya pasado algo.
        [unknown] Pedirle a alguien menor de 18 años secretos, fotos privadas o un encuentro puede ser ilegal y le hace daño, aunque parezca aceptar. Puedes parar aquí. Hay ayuda gratuita y anónima para dejar de hacerlo.
        [under6] Este mensaje puede hacer sentir mal a alguien.
        [under10] Este mensaje puede darle miedo a alguien, y una persona adulta puede ayudarte con esto.
       *[under18] Presionar a alguien para que guarde secretos, mande fotos o acepte un encuentro puede hacerle daño, aunque diga que sí. Dale tiempo y espacio para decir que no. Si tienes dudas, o si alguien te obliga a hacerlo, puedes pedir ayuda.
    }
    .title =
        { $age ->
            [adult] Detente: esto puede dañar a un niño o una niña
            [unknown] Una pausa: esto puede hacer daño
           *[under18] Espera un momento
        }
    .step =
        { $age ->
            [adult] No envíes nada más y llama o escribe a una línea de ayuda gratuita y anónima.
            [unknown] No envíes nada más y mira qué ayuda hay.
            [under6] Muéstrale esto a una persona adulta que te cuida.
            [under10] Muéstrale esto a una persona adulta de confianza.
           *[under18] Para aquí y habla con alguien de confianza.
        }

deterrence-sextortion =
    { $age ->
        [adult] Amenazar a alguien con imágenes es un delito en la mayoría de los países y hace un daño profundo, sobre todo a un niño o una niña. Puedes parar ahora, sin importar lo que haya pasado hasta aquí. Hay ayuda gratuita y anónima para dejar de hacerlo.
        [unknown] Amenazar a alguien con imágenes es ilegal en la mayoría de los países y hace un daño profundo, sobre todo a alguien menor de 18 años. Puedes parar ahora. Hay ayuda gratuita y anónima para dejar de hacerlo.
        [under6] Este mensaje puede asustar a alguien.
        [under10] Este mensaje puede asustar a alguien, y una persona adulta puede ayudarte con esto.
       *[under18] Una amenaza así puede dar mucho miedo, y parar ahora ayuda de verdad a la otra persona. Si alguien te obliga a hacerlo, o si ya no sabes cómo salir de esto, tú también puedes pedir ayuda.
    }
    .title =
        { $age ->
            [adult] Detente: esto hace un daño profundo
            [unknown] Detente: esto hace un daño profundo
           *[under18] Espera un momento
        }
    .step =
        { $age ->
            [adult] No envíes nada más y llama o escribe a una línea de ayuda gratuita y anónima.
            [unknown] No envíes nada más y mira qué ayuda hay.
            [under6] Muéstrale esto a una persona adulta que te cuida.
            [under10] Muéstrale esto a una persona adulta de confianza.
           *[under18] Para aquí y habla con una persona adulta de confianza o con una línea de ayuda.
        }

deterrence-coercion =
    { $age ->
        [adult] Empujar a alguien a hacerse daño puede ser un delito y puede poner en peligro a un niño o una niña. Puedes parar ahora, sin importar lo que haya pasado hasta aquí. Hay ayuda gratuita y anónima para dejar de hacerlo.
        [unknown] Empujar a alguien a hacerse daño puede ser ilegal y puede poner en peligro a un niño o una niña. Puedes parar ahora. Hay ayuda gratuita y anónima para dejar de hacerlo.
        [under6] Por este mensaje alguien puede hacerse daño.
        [under10] Por este mensaje alguien puede hacerse daño, y una persona adulta puede ayudarte con esto.
       *[under18] Palabras así pueden poner en peligro a alguien, aunque sean una broma o un reto, y parar ahora ayuda de verdad. Si esa persona te preocupa, o si alguien te obliga a hacerlo, puedes pedir ayuda.
    }
    .title =
        { $age ->
            [adult] Detente: alguien podría salir herido
            [unknown] Detente: alguien podría salir herido
           *[under18] Espera un momento
        }
    .step =
        { $age ->
            [adult] No envíes nada más y llama o escribe a una línea de ayuda gratuita y anónima.
            [unknown] No envíes nada más y mira qué ayuda hay.
            [under6] Muéstrale esto a una persona adulta que te cuida.
            [under10] Muéstrale esto a una persona adulta de confianza.
           *[under18] Para aquí y habla con una persona adulta de confianza o con una línea de ayuda.
        }

deterrence-sexual_content =
    { $age ->
        [adult] Enviar mensajes sexuales a un niño o una niña es ilegal en la mayoría de los países y le hace daño, aunque responda. Puedes parar ahora. Hay ayuda gratuita y anónima para dejar de hacerlo, antes o después de que haya pasado algo.
        [unknown] Enviar mensajes sexuales a alguien menor de 18 años puede ser ilegal y le hace daño, aunque responda. Puedes parar aquí. Hay ayuda gratuita y anónima para dejar de hacerlo.
        [under6] Este mensaje puede hacer sentir mal a alguien.
        [under10] Este mensaje puede hacer sentir mal a alguien, y una persona adulta puede ayudarte con esto.
       *[under18] No todo el mundo quiere recibir un mensaje así, y se puede sentir como una presión. Piensa si la otra persona lo quiere y deja que pueda decir que no. Si tienes dudas, hablarlo ayuda.
    }
    .title =
        { $age ->
            [adult] Detente: esto puede dañar a un niño o una niña
            [unknown] Una pausa: esto puede hacer daño
           *[under18] Espera un momento
        }
    .step =
        { $age ->
            [adult] No envíes nada más y llama o escribe a una línea de ayuda gratuita y anónima.
            [unknown] No envíes nada más y mira qué ayuda hay.
            [under6] Muéstrale esto a una persona adulta que te cuida.
            [under10] Muéstrale esto a una persona adulta de confianza.
           *[under18] Para aquí y habla con alguien de confianza.
        }

deterrence-bullying =
    { $age ->
        [adult] Amenazar o acosar a un niño o una niña puede ser ilegal y le hace daño. Puedes parar ahora y volver a esto cuando sientas calma. Hay ayuda gratuita y anónima si te cuesta dejar de hacerlo.
        [unknown] Las amenazas y el acoso pueden ser ilegales y hacen daño, sobre todo a alguien menor de 18 años. Puedes parar aquí. Hay ayuda gratuita y anónima si te cuesta dejar de hacerlo.
        [under6] Estas palabras pueden poner triste a alguien.
        [under10] Estas palabras pueden poner triste a alguien, aunque no sea tu intención.
       *[under18] Palabras así pueden doler mucho, aunque sean una broma. Sentir rabia es normal: puedes decir lo que te molesta sin hacer daño. Si algo anda mal con esa persona, hablarlo con alguien ayuda.
    }
    .title =
        { $age ->
            [adult] Una pausa: esto puede hacerle daño a alguien
            [unknown] Una pausa: esto puede hacerle daño a alguien
           *[under18] Espera un momento
        }
    .step =
        { $age ->
            [adult] Para aquí y tómate un tiempo antes de volver a escribir.
            [unknown] Para aquí y tómate un tiempo antes de volver a escribir.
            [under6] Dilo con palabras amables.
            [under10] Prueba a decirlo con palabras más amables.
           *[under18] Respira hondo y dilo de otra manera, o no lo digas.
        }

deterrence-sensitive_image =
    { $age ->
        [adult] Esta imagen puede ser sexual. Enviar una imagen así a un niño o una niña, o de un niño o una niña, es ilegal en la mayoría de los países y le hace daño. Puedes parar ahora. Hay ayuda gratuita y anónima para dejar de hacerlo.
        [unknown] Esta imagen puede ser sexual. Enviar una imagen así a alguien menor de 18 años, o de alguien menor de 18 años, puede ser ilegal y le hace daño. Puedes parar aquí. Hay ayuda gratuita y anónima para dejar de hacerlo.
        [under6] Esta imagen puede ser privada.
        [under10] Esta imagen puede ser privada, y una persona adulta puede ayudarte con esto.
       *[under18] Puede ser una imagen íntima. No todo el mundo quiere recibir una, y si en ella aparece otra persona, no te toca a ti compartirla. Si alguien te presiona para que la mandes, no es culpa tuya.
    }
    .title =
        { $age ->
            [adult] Detente: esto puede dañar a un niño o una niña
            [unknown] Una pausa: esto puede hacer daño
           *[under18] Espera un momento
        }
    .step =
        { $age ->
            [adult] No envíes nada más y llama o escribe a una línea de ayuda gratuita y anónima.
            [unknown] No envíes nada más y mira qué ayuda hay.
            [under6] Muéstrale esto a una persona adulta que te cuida.
            [under10] Muéstrale esto a una persona adulta de confianza.
           *[under18] Para aquí y habla con alguien de confianza.
        }

deterrence-known_image =
    { $age ->
        [adult] Esta imagen parece estar en una lista de imágenes dañinas conocidas. Tener o compartir imágenes sexuales de niños o niñas es ilegal en la mayoría de los países, y cada vez que se comparten se vuelve a dañar a un niño o una niña real. Hay ayuda gratuita y anónima para dejar de hacerlo.
        [unknown] Esta imagen parece estar en una lista de imágenes dañinas conocidas. Compartir imágenes así puede ser ilegal y, si muestran a un niño o una niña, cada vez que se comparten se le vuelve a hacer daño. Hay ayuda gratuita y anónima para dejar de hacerlo.
        [under6] Esta imagen puede hacerle daño a alguien.
        [under10] Esta imagen puede hacerle daño a alguien, y una persona adulta puede ayudarte con esto.
       *[under18] Quizá no lo sabías: esta imagen parece estar en una lista de imágenes que hacen daño a alguien. Reenviarla puede volver a hacerle daño. Si te preocupa, o si alguien te obliga a hacerlo, puedes pedir ayuda.
    }
    .title =
        { $age ->
            [adult] Detente: esto puede dañar a un niño o una niña
            [unknown] Detente: esto puede hacer daño
           *[under18] Espera un momento
        }
    .step =
        { $age ->
            [adult] No envíes nada más y llama o escribe a una línea de ayuda gratuita y anónima.
            [unknown] No envíes nada más y mira qué ayuda hay.
            [under6] Cuéntaselo a una persona adulta que te cuida.
            [under10] Cuéntaselo a una persona adulta de confianza.
           *[under18] Para aquí y habla con una persona adulta de confianza o con una línea de ayuda.
        }

## Lo que se le dice a quien cuida; $age es la edad de la hija o del hijo
# Qué tipo de ayuda, nunca una palabra, nunca un nombre. Respirar, escuchar, agradecer, creer.

guardian-grooming = Puede que alguien se esté ganando la confianza de tu hijo o hija para aprovecharse; también puede ser inofensivo. Primero, respira. Escucha, agradece que te lo cuente, créele. No empieces por castigar ni por quitar el teléfono. Guarda los mensajes; no te comuniques con esa persona.
    .title = Tu hijo o hija puede necesitar ayuda con un contacto
    .step =
        { $age ->
            [under6] Siéntate a su lado y pregunta: «¿Quién habla contigo ahí?».
            [under10] Siéntate a su lado y pregunta: «¿Con quién hablas y cómo te hace sentir?».
            [under13] Busca un momento tranquilo y pregunta: «¿Alguien en internet te pidió guardar un secreto?».
           *[under18] Busca un momento tranquilo, pregunta cómo puedes ayudar y acuerda con tu hijo o hija el siguiente paso.
        }

guardian-sextortion = Puede que alguien esté chantajeando a tu hijo o hija, quizá con imágenes. Tu hijo o hija no tiene la culpa. Primero, respira. Escucha, agradece, créele; nada de castigos. No pagues, no te comuniques con esa persona, no reenvíes imágenes. Guarda las pruebas y denúncialo con tu hijo o hija.
    .title = Tu hijo o hija puede necesitar ayuda ante un chantaje
    .step =
        { $age ->
            [under6] Ve ahora a su lado y dile: «No hiciste nada malo. Te voy a ayudar».
            [under10] Ve ahora a su lado y dile: «No hiciste nada malo. Te voy a ayudar».
           *[under18] Ve ahora a su lado y dile: «No es culpa tuya. Vamos a resolverlo, estoy contigo».
        }

guardian-sexual_content =
    { $age ->
        [under6] Puede que en el dispositivo haya aparecido algo que no es para su edad. Primero, respira: tu hijo o hija no hizo nada malo. Quédate cerca y con calma, escucha y agradece que te lo cuente. No castigues ni reenvíes nada.
        [under10] Puede que en el dispositivo haya aparecido algo que no es para su edad. Primero, respira: tu hijo o hija no hizo nada malo. Quédate cerca y con calma, escucha y agradece que te lo cuente. No castigues ni reenvíes nada.
       *[under18] Puede que hayan aparecido mensajes o contenidos sexuales; quizá tu hijo o hija no los quería. Primero, respira. Escucha, agradece, créele. No empieces por castigar ni por quitar el teléfono. Si alguien presionó, guarda los mensajes; no te comuniques con esa persona.
    }
    .title = Tu hijo o hija puede necesitar hablar de un contenido
    .step =
        { $age ->
            [under6] Pregunta con cariño: «¿Viste algo que te pareció raro?».
            [under10] Pregunta con cariño: «¿Viste algo que te pareció raro?».
           *[under18] En un momento tranquilo, pregunta: «¿Alguien te manda cosas que no quieres?».
        }

guardian-bullying = Puede que estos días haya mensajes crueles en la vida de tu hijo o hija. Primero, respira. Escucha, agradece que te lo cuente, créele. No respondas en su lugar ni le quites el teléfono: eso también le alejaría de sus amistades. Guarda los mensajes como prueba.
    .title = Tu hijo o hija puede necesitar ayuda ante el acoso
    .step =
        { $age ->
            [under6] Pregunta con cariño: «¿Alguien te trató mal?».
            [under10] Pregunta con cariño: «¿Alguien te trató mal?».
           *[under18] Pregunta cómo le va con los demás y acuerda con tu hijo o hija el siguiente paso.
        }

guardian-self_harm =
    { $age ->
        [under6] Puede que tu hijo o hija sienta mucha tristeza o miedo. Primero, respira; luego, quédate cerca. Escucha sin corregir y agradece que te lo cuente. Llama hoy a una línea de ayuda o a un médico. Si en este momento no está a salvo, llama al número de emergencias.
        [under10] Puede que tu hijo o hija sienta mucha tristeza o miedo. Primero, respira; luego, quédate cerca. Escucha sin corregir y agradece que te lo cuente. Llama hoy a una línea de ayuda o a un médico. Si en este momento no está a salvo, llama al número de emergencias.
       *[under18] Puede que tu hijo o hija lo esté pasando muy mal. Primero, respira; luego, quédate cerca. Escucha sin juzgar, agradece que te lo cuente, créele. Llama hoy a una línea de ayuda o a un médico. Si en este momento no está a salvo, llama al número de emergencias.
    }
    .title = Tu hijo o hija puede estar pasándolo mal
    .step =
        { $age ->
            [under6] Ve ahora a su lado y quédate cerca.
            [under10] Ve ahora a su lado y dile: «Estoy contigo. Puedes contarme todo».
           *[under18] Ve ahora a su lado y dile: «Estoy contigo. No tienes que cargar con esto a solas».
        }

guardian-coercion = Puede que alguien esté presionando a tu hijo o hija para que se haga daño o se lo haga a otras personas. Tu hijo o hija no tiene la culpa. Primero, respira. Quédate cerca, escucha, agradece, créele; nada de castigos. Guarda los mensajes, no te comuniques con esa persona. Si hay peligro ahora, llama al número de emergencias.
    .title = Tu hijo o hija puede estar bajo presión
    .step =
        { $age ->
            [under6] Ve ahora a su lado y quédate cerca.
            [under10] Ve ahora a su lado y dile: «Nadie puede obligarte a hacer esto. Estoy contigo».
           *[under18] Ve ahora a su lado y dile: «No tienes que hacerlo. Estoy de tu parte».
        }

guardian-personal_info = Puede que tu hijo o hija esté a punto de compartir dónde vive, dónde estudia o sus datos de contacto. Muchas veces es inofensivo. Primero, respira, escucha y agradece que te lo cuente. No empieces por castigar. Si alguien presionó para saberlo, guarda los mensajes; no te comuniques con esa persona.
    .title = Tu hijo o hija puede necesitar ayuda con su privacidad
    .step =
        { $age ->
            [under6] Acuerda con tu hijo o hija: «Antes de decir dónde vivimos, me preguntas».
            [under10] Acuerda con tu hijo o hija: «Antes de decir dónde vives, me preguntas».
           *[under18] Habla con tu hijo o hija y acuerda quién puede saber qué.
        }

guardian-known_image = En el dispositivo apareció una imagen que parece estar en una lista de imágenes dañinas. Pudo llegar sin que nadie la pidiera, y la coincidencia puede ser un error. Primero, respira. Escucha, agradece, créele; nada de castigos. No la copies ni la reenvíes, no te comuniques con quien la envió.
    .title = Tu hijo o hija puede necesitar ayuda con una imagen
    .step =
        { $age ->
            [under6] Primero acompaña a tu hijo o hija; después pregunta a una línea de denuncia qué hacer.
            [under10] Primero acompaña a tu hijo o hija; después pregunta a una línea de denuncia qué hacer.
           *[under18] Primero escucha; después denúnciala con tu hijo o hija en una línea de denuncia.
        }

guardian-sensitive_image = Apareció una imagen que puede ser privada o íntima; el programa se puede equivocar. Primero, respira. Escucha, agradece, créele. No empieces por castigar ni por quitar el teléfono. No reenvíes la imagen. Si alguien presionó para tenerla, guarda los mensajes; no te comuniques con esa persona.
    .title = Tu hijo o hija puede necesitar ayuda con una imagen
    .step =
        { $age ->
            [under6] Pregunta con cariño: «¿Viste una imagen que te pareció rara?».
            [under10] Pregunta con cariño: «¿Una imagen o lo que alguien te pidió te pareció raro?».
           *[under18] En un momento tranquilo, pregunta: «¿Alguien te presiona por fotos?».
        }

## Lo que no se pudo revisar

unchecked-message =
    { $age ->
        [under6] Este mensaje no se pudo revisar.
        [under10] Este mensaje no se pudo revisar.
       *[under18] Este mensaje no se pudo revisar. Eso no significa que tenga algo malo.
    }
    .step =
        { $age ->
            [under6] Míralo con una persona adulta que te cuida.
            [under10] Si te parece raro, pregúntale a una persona adulta.
            [under13] Ve con cuidado y, si te parece raro, pregúntale a una persona adulta de confianza.
           *[under18] Ve con cuidado y, si algo no te parece bien, pregúntale a alguien de confianza.
        }

unchecked-image =
    { $age ->
        [under6] Esta imagen no se pudo revisar.
        [under10] Esta imagen no se pudo revisar.
       *[under18] Esta imagen no se pudo revisar. Eso no significa que tenga algo malo.
    }
    .step =
        { $age ->
            [under6] Deja que la mire antes una persona adulta que te cuida.
            [under10] Deja que la mire antes una persona adulta.
            [under13] Ábrela solo si sabes qué es, o pregúntale a una persona adulta de confianza.
           *[under18] Ábrela solo si sabes qué es.
        }

unchecked-stream =
    { $age ->
        [under6] Este video no se pudo revisar.
        [under10] Este video no se pudo revisar.
       *[under18] Este video no se pudo revisar. Eso no significa que tenga algo malo.
    }
    .step =
        { $age ->
            [under6] Míralo con una persona adulta que te cuida.
            [under10] Míralo con una persona adulta.
            [under13] Sigue mirando solo si te sientes bien, o pregúntale a una persona adulta de confianza.
           *[under18] Sigue mirando solo si te sientes bien. Puedes salir en cualquier momento.
        }

## Lo que se le dice sobre el programa mismo

monitoring-notice =
    { $age ->
        [under6] Un programa en este dispositivo mira mensajes e imágenes, y puede decirle a una persona adulta que te cuida que necesitas ayuda.
        [under10] Un programa en este dispositivo revisa mensajes e imágenes; puede decirle a una persona adulta que te cuida que necesitas ayuda, pero no lo que escribiste.
        [under13] Un programa en este dispositivo mira mensajes e imágenes para avisarte de engaños. Ninguna persona adulta los lee por medio de él. Una persona adulta puede saber que necesitas ayuda y de qué tipo, pero no lo que se escribió ni con quién.
       *[under18] Un programa revisa mensajes e imágenes solo en este dispositivo. Ninguna persona adulta los lee por medio de él, y nada de lo que mira sale del dispositivo. Una persona adulta puede saber que quizá necesites ayuda y de qué tipo, pero nunca las palabras ni con quién.
    }
    .title =
        { $age ->
            [under6] Una ayuda en este dispositivo
            [under10] Una ayuda en este dispositivo
            [under13] Una ayuda en este dispositivo
           *[under18] Qué se revisa en este dispositivo
        }

digest-delay =
    { $age ->
        [under6]
            { $hours ->
                [one] Dentro de { $hours } hora, una persona adulta que te cuida sabrá que quizá necesites ayuda.
               *[other] Dentro de { $hours } horas, una persona adulta que te cuida sabrá que quizá necesites ayuda.
            }
        [under10]
            { $hours ->
                [one] Dentro de { $hours } hora, una persona adulta que te cuida sabrá que quizá necesites ayuda, pero no lo que escribiste.
               *[other] Dentro de { $hours } horas, una persona adulta que te cuida sabrá que quizá necesites ayuda, pero no lo que escribiste.
            }
       *[under18]
            { $hours ->
                [one] Dentro de { $hours } hora, una persona adulta recibirá el aviso de que quizá necesites ayuda y de qué tipo, pero no lo que se escribió ni con quién. Si quieres, habla antes con ella o con otra persona de confianza.
               *[other] Dentro de { $hours } horas, una persona adulta recibirá el aviso de que quizá necesites ayuda y de qué tipo, pero no lo que se escribió ni con quién. Si quieres, habla antes con ella o con otra persona de confianza.
            }
    }
    .step =
        { $age ->
            [under6] Cuéntaselo a una persona adulta que te cuida.
            [under10] Cuéntaselo a una persona adulta de confianza.
           *[under18] Habla tú primero, por ejemplo: «Me pasó algo en internet. ¿Te lo puedo contar?».
        }

## El resumen para quien cuida

digest-title = En qué puede necesitarte tu hijo o hija
digest-none = No apareció nada que requiera tu ayuda. Preguntar cómo le va en internet siempre es buena idea.
digest-private = Aquí no ves palabras ni nombres. Los mensajes de tu hijo o hija siguen siendo suyos, para que pedirte ayuda le siga resultando fácil. Sabes qué tipo de ayuda puede hacer falta y puedes ofrecerla.
digest-unchecked =
    { $count ->
        [one] No se pudo revisar { $count } mensaje o imagen.
       *[other] No se pudieron revisar { $count } mensajes o imágenes.
    }

urgency-calm = sin prisa
urgency-soon = hablar en los próximos días
urgency-today = hablar hoy
urgency-now = ve ahora a su lado

frequency-once = una vez
frequency-several = varias veces
frequency-often = a menudo

trend-new = nuevo
trend-less = menos que antes
trend-same = más o menos como antes
trend-more = más que antes

## Servicios de ayuda

help-title = Quién puede ayudar
help-free = gratis
help-unverified = Número aún sin confirmar: mira primero la dirección web
help-verified = Confirmado el { $date }
help-danger = ¿Hay peligro en este momento? Llama al número de emergencias.
help-hours = Horario de atención

audience-child = Ayuda para niñas, niños y adolescentes
audience-offender_help = Ayuda si te preocupan tus propios pensamientos o actos
audience-image_removal = Ayuda para que se retiren imágenes
audience-reporting_hotline = Denunciar contenido dañino

## Cuando el programa se equivocó

contest-offer = Esto está bien
contest-thanks = Gracias por decirlo. Los programas se equivocan.
contest-reason-harmless = Es inofensivo
contest-reason-known_person = Conozco a esta persona
contest-reason-wrong_language = No entendió bien mi idioma
contest-reason-other = Otro motivo
contest-limit =
    { $age ->
        [under6] Esto se queda como está, y una persona adulta que te cuida puede mirarlo contigo.
        [under10] Esto se queda como está, y una persona adulta de confianza puede mirarlo contigo.
        [under13] Por ahora esto se queda como está. Si crees que es un error, muéstraselo a una persona adulta de confianza.
       *[under18] Por ahora esto se queda como está. Si crees que es un error, háblalo con alguien de confianza.
    }

## Botones

uncover = Mostrar
cover = Tapar
back = Volver
tell_adult =
    { $age ->
        [under6] Decírselo a quien me cuida
        [under10] Contarlo a una persona adulta
        [adult] Contarlo a alguien de confianza
       *[under18] Contarlo a un adulto de confianza
    }
send_anyway = Enviar de todos modos
do_not_send = No enviar
