# What people read, English: the source of every other language. Keys are the slugs of core's vocabulary.
# Kind, short, no blame, one thing to do next. How to edit and translate: README.md in this folder.
#
# Arguments, all optional:
#   $age     band of the person addressed, for guardian-* of the child: under6 under10 under13 under16 under18 adult,
#            in deterrence-* also unknown. The default also speaks to adults, except in deterrence-*: there it is youth.
#   $gender  feminine, masculine, other: grammatical gender of the person addressed. English does not need it.
#   $hours   digest-delay: hours until an adult is told, a number. $count  digest-unchecked: a number.
#   $date    help-verified: the day on which a person confirmed the number, already written out.
#
# Grounds of the advice: NSPCC PANTS (secrets), Apple's under-13 page (three questions about a picture), NCA and Meta
# (blackmail: no money, nothing more, stop replying, block, delete nothing; a no after a yes), IWF Report Remove,
# Take It Down and StopNCII (removal), UK Safer Internet Centre (bullying), CNWL NHS (distress), eSafety (to parents),
# Prichard 2021 and Ahmia 2026 (deterrence: the law, the harm to the child, a way to stop). README.md has them one by one.

## What was found, for the person who looks at a report
behavior-age_query = asks how old the child is
behavior-personal_info_query = asks for personal details
behavior-alone_query = asks whether the child is alone or watched
behavior-secrecy = asks to keep a secret
behavior-isolation = sets the child against family or friends
behavior-flattery_maturity = flatters looks or maturity
behavior-gift_offer = offers gifts, money or favours
behavior-platform_switch = wants to move to another app
behavior-meeting = wants to meet in person
behavior-photo_request = asks for a picture or the camera
behavior-reciprocity_pressure = says that the child owes something
behavior-romance_declaration = declares love
behavior-guilt_manipulation = makes the child feel guilty
behavior-testing_boundaries = tests how far the child goes
behavior-threat_sextortion = threatens to publish, or demands payment
behavior-coercion_selfharm = pushes the child to hurt themselves
behavior-personal_info_disclosure = the child gives personal details away
behavior-refusal = the child says no
behavior-distress = the child is afraid or in distress

cue-unmistakable = something unmistakable was said
cue-persistence = goes on after the child refused or was distressed
cue-stage_mix = different kinds of approach come together
cue-clear_sign = at least one clear warning sign
cue-one_sided_questions = one side asks, the other answers
cue-early_private_channel = privacy or a picture was sought early
cue-tone = what the latest messages sound like
cue-night = writes by night
cue-many_children = writes to many children
relation-unknown = the app does not know who it is
relation-stranger = a stranger
relation-known = a known contact
relation-family = family
relation-school = of the child's school
stage-initial_contact = first contact
stage-trust_building = winning trust
stage-isolation = isolation
stage-dependency_creation = creating dependency
stage-sexual_introduction = lowering boundaries
stage-maintenance = keeping the contact going
stage-control = control by threat

category-grooming = a pattern that can prepare abuse
category-sextortion = blackmail
category-sexual_content = sexual content
category-bullying = bullying
category-self_harm = a child in distress
category-coercion = pressure to do harm
category-personal_info = personal details on their way out
category-known_image = a known picture
category-sensitive_image = a picture that may be sensitive

action-allow = nothing to do
action-indicate = show a sign, and help
action-blur = cover it
action-interrupt = stop and ask first
action-mute = do not let it through

reason-conversation-pattern = the conversation as a whole

## What the child is told who receives something
# Order: not your fault, one safe step, one trusted adult. The helpline stands below, from the list of services.

notice-grooming =
    { $age ->
        [under6] You did nothing wrong, and your grown-up can help you with this.
        [under10] This is not your fault: some people online only pretend to be nice.
        [under13] This is not your fault. Some people pretend to be a friend so that you do what they want. A real friend does not mind if you tell an adult, and you never have to keep a secret that makes you feel bad.
        [under16] This is not your fault. Someone may be winning your trust to get something from you. You can stop at any time, even after a yes. Do not move to another app and do not meet alone: someone who cares about you accepts that.
       *[under18] If something is wrong here, it is not your fault. The chat shows signs of someone building trust to gain control: secrets, pressure, a more private place to talk. It may be harmless. You can say no at any time, even after a yes.
    }
    .title =
        { $age ->
            [under6] Time to ask your grown-up
            [under10] Stop here for a moment
            [under13] This may be a trick
           *[under18] This chat may not be what it seems
        }
    .step =
        { $age ->
            [under6] Show this to your grown-up.
            [under10] Show this to a grown-up you trust.
            [under13] Stop writing for now and show this to an adult you trust.
            [under16] Tell an adult you trust: “Can I show you a chat that feels wrong?”
            [adult] Stop writing for now and ask someone you trust how it looks to them.
           *[under18] Stop writing for now and ask an adult you trust how it looks to them.
        }

notice-sextortion =
    { $age ->
        [under6] Someone is being unkind, and it is not your fault.
        [under10] Someone is trying to scare you, and it is not your fault.
        [under13] This is not your fault. Some people scare children to get money or pictures. It is a trick called blackmail. Send no money and no pictures, even if you did before. Stop replying and block, but delete nothing.
        [under16] This is not your fault. It looks like blackmail, which happens to many teenagers, boys too. Send no money and no more pictures, even if you already have. Stop replying and block, but delete nothing: it is proof. You can get through this.
       *[under18] This is not your fault. It looks like blackmail; many people go through it, boys too, some with faked pictures. Send no money and nothing more, even if you have. Stop replying, block, delete nothing. There are free services that help to remove pictures.
    }
    .title =
        { $age ->
            [under6] You did nothing wrong
            [under10] You did nothing wrong
            [under13] This is a trick, and you can get help
           *[under18] Blackmail: there is a way out
        }
    .step =
        { $age ->
            [under6] Show this to your grown-up.
            [under10] Do not answer. Show this to a grown-up you trust.
            [under13] Stop replying and tell an adult you trust now. You did nothing wrong.
            [under16] Tell an adult you trust: “Someone is threatening me online. Please help me.”
            [adult] Tell someone you trust or a helpline today. You need not face this alone.
           *[under18] Tell an adult you trust or a helpline today. You need not face this alone.
        }

notice-sexual_content =
    { $age ->
        [under6] You did nothing wrong, and you do not have to look at this.
        [under10] This is not for children, and it is not your fault that it came to you.
        [under13] It is not your fault that this came to you. It is not meant for someone your age. Nobody may push you to look at it, to answer, or to send something like it.
        [under16] It is not your fault that this came to you. It seems to be sexual. You do not have to look, answer or send anything back, even if you did before. You can block whoever sent it.
       *[under18] If you did not want this, it is not your fault. It seems to be sexual. You do not have to look, answer or send anything back, whatever you said before. You can block and report the account.
    }
    .title = You do not have to look at this
    .step =
        { $age ->
            [under6] Show this to your grown-up.
            [under10] Leave it, and tell a grown-up you trust.
            [under13] Leave it closed and tell an adult you trust.
            [under16] Tell an adult you trust: “I got something online that does not feel right.”
           *[under18] Leave it closed if you do not want it, and block whoever sent it.
        }

notice-bullying =
    { $age ->
        [under6] That was unkind, and it is not your fault.
        [under10] Someone is being unkind to you, and it is not your fault.
        [under13] This is not your fault. Some people write mean things only to get an answer, and you do not have to give one. Keep the message: it shows what happened.
        [under16] This is not your fault, and nobody should write to you like that. You do not have to answer. Keep it as proof, then mute or block, and report it in the app if you like.
       *[under18] This is not your fault, and nobody should write to you like that. You do not have to answer. Keep it as proof, then block and report it in the app. If there are threats, you can also get help outside the app.
    }
    .title =
        { $age ->
            [under6] That was not kind
            [under10] That was not kind
           *[under18] Nobody should write to you like that
        }
    .step =
        { $age ->
            [under6] Show this to your grown-up.
            [under10] Do not answer. Show this to a grown-up you trust.
            [under13] Do not answer. Keep it and show it to an adult you trust.
            [under16] Tell an adult you trust: “Someone is cruel to me online. Can we talk?”
           *[under18] Do not answer. Keep it, block, and talk to someone you trust.
        }

# The child is in distress: care, never a fault, never a word of blocking. Helpline first from ten on.
notice-self_harm =
    { $age ->
        [under6] Thank you for saying how you feel: you are not alone.
        [under10] Thank you for saying how you feel: it is not your fault, and you are not alone.
        [under13] Thank you for saying how you feel. It is not your fault, and you are not alone. People at a child helpline listen to feelings like yours every day. If you are not safe right now, call the emergency number.
        [under16] Thank you for saying it. It is not your fault, and you are not alone. At a helpline someone listens without judging, and it can get better with help. If you are not safe right now, call the emergency number.
       *[under18] Thank you for saying it. It is not your fault, and you do not have to carry it alone. A helpline listens without judging; someone you trust or a doctor can help next. If you are not safe right now, call the emergency number.
    }
    .title =
        { $age ->
            [under6] You are not alone
            [under10] You are not alone
           *[under18] Thank you for saying it. You are not alone
        }
    .step =
        { $age ->
            [under6] Go to your grown-up now and say how you feel.
            [under10] Go to a grown-up you trust now and say how you feel.
            [under13] Call or write to a child helpline now, then tell an adult you trust.
            [under16] Contact a helpline now, then tell an adult: “I am not okay. Please listen.”
            [adult] Contact a helpline now, then tell someone you trust or a doctor.
           *[under18] Contact a helpline now, then tell an adult you trust or a doctor.
        }

notice-coercion =
    { $age ->
        [under6] Nobody may tell you to do things that hurt, and it is not your fault.
        [under10] Nobody may tell you to do things that hurt, and it is not your fault.
        [under13] This is not your fault. Nobody may push you to hurt yourself or anyone else. Some people call it a game or a test. It is a trick, and you can stop at any time.
        [under16] This is not your fault. Nobody may push you to hurt yourself or others, whatever they threaten. You can stop now, even if you did something before. If you are not safe right now, call the emergency number.
       *[under18] This is not your fault. Pushing someone to hurt themselves or others is abuse, even if it is called a game or a test. You can stop at any point, whatever they threaten. If you are not safe right now, call the emergency number.
    }
    .title = You do not have to do this
    .step =
        { $age ->
            [under6] Go to your grown-up now.
            [under10] Do not do it. Go to a grown-up you trust now.
            [under13] Stop answering and go to an adult you trust now.
            [under16] Stop answering and tell an adult: “Someone is pressuring me. I need help now.”
            [adult] Stop answering, keep the messages, and tell someone you trust now.
           *[under18] Stop answering, keep the messages, and tell an adult you trust now.
        }

notice-personal_info =
    { $age ->
        [under6] Where you live is only for people your grown-up knows.
        [under10] Your home, your school and your number are only for people your grown-ups know.
        [under13] This tells who you are or where to find you. Some people online are not who they say they are. You do not have to answer, and a real friend can wait.
        [under16] This may tell where to find you: an address, a school, a number. You do not have to give it, and a friend can wait. If someone pushes you to tell, that is a good reason to block them.
       *[under18] This may show who you are or where to find you: an address, a school, a number, an account. You owe it to nobody. If someone presses you for it, that is a good reason to block them.
    }
    .title =
        { $age ->
            [under6] Wait a moment
            [under10] Wait a moment
           *[under18] Wait a moment: this is about you
        }
    .step =
        { $age ->
            [under6] Ask your grown-up first.
            [under10] Ask a grown-up you trust first.
            [under13] Wait, and ask an adult you trust before you tell anything.
           *[under18] Pause, and ask yourself: do I know them in real life, and do they need this?
        }

notice-known_image =
    { $age ->
        [under6] You did nothing wrong, and you do not have to look at this picture.
        [under10] This picture can hurt someone, and it is not your fault that it came to you.
        [under13] It is not your fault that this came to you. The picture seems to be on a list of pictures that harm someone. You do not have to look. Please do not keep it or send it on.
        [under16] It is not your fault that this came to you. The picture seems to be on a list of pictures that must not be shared, because they harm someone. Please do not send it on. If it shows you, you can get help to have it removed.
       *[under18] It is not your fault that this came to you. The picture seems to be on a list of pictures that harm the person in them. Please do not send it on; you can report it. If it shows you, there are free services that help to have it removed.
    }
    .title =
        { $age ->
            [under6] You do not have to look
            [under10] You do not have to look
           *[under18] This picture should not be shared
        }
    .step =
        { $age ->
            [under6] Go and tell your grown-up.
            [under10] Leave it, and tell a grown-up you trust.
            [under13] Leave it closed, and tell an adult you trust that it came.
            [under16] Tell an adult you trust: “I was sent a picture that is not okay.”
            [adult] Do not send it on. Report it, or ask someone you trust to help you.
           *[under18] Do not send it on. Report it, or ask an adult you trust to help you.
        }

notice-sensitive_image =
    { $age ->
        [under6] You did nothing wrong, and you do not have to look at this picture.
        [under10] This picture may show something private, and it is not your fault that it came to you.
        [under13] It is not your fault that this came to you. The picture may show something private, such as what a swimsuit covers. You do not have to look, and nobody may ask you for one like it.
        [under16] It is not your fault that this came to you. It may be an intimate picture. You do not have to look, answer or send one back, even after a yes. If it shows someone you know, please do not send it on.
       *[under18] It is not your fault that this came to you. It may be an intimate picture; the program can also be wrong. You do not have to look, answer or send one back, even after a yes. If it is not wanted, you can block and report.
    }
    .title =
        { $age ->
            [under6] You do not have to look
            [under10] You do not have to look
           *[under18] This picture may be private
        }
    .step =
        { $age ->
            [under6] Show this to your grown-up.
            [under10] Leave it, and tell a grown-up you trust.
            [under13] Leave it closed and tell an adult you trust.
            [under16] Leave it closed, and tell an adult: “I was sent a picture I did not want.”
           *[under18] Leave it closed if you do not want it, and block whoever sent it.
        }

## What the child is told who is about to send something
# A pause, not a ban: the choice stays with the child.

sending-personal_info =
    { $age ->
        [under6] This is about you or your home, so ask your grown-up first.
        [under10] This may tell where you live or go to school, so ask a grown-up first.
        [under13] This may tell who you are or where to find you. Some people online are not who they say they are. You can still decide not to send it, and a real friend will understand.
        [under16] This may tell where to find you: an address, a school, a number. Do you know this person in real life, and do they need it? If someone is pushing you, you can say no, even after a yes. You decide.
       *[under18] This looks like an address, a school, a number or another detail about you. Think about who gets it and what for. Nobody needs it as a proof of trust. You decide.
    }
    .title =
        { $age ->
            [under6] Wait a moment
            [under10] Wait a moment
           *[under18] Pause before you send this
        }
    .step =
        { $age ->
            [under6] Ask your grown-up first.
            [under10] Ask a grown-up you trust first.
            [under13] Ask an adult you trust before you send it.
           *[under18] Take out what they do not need to know, or leave it unsent.
        }

sending-sensitive_image =
    { $age ->
        [under6] This picture may be private, so ask your grown-up first.
        [under10] This picture may show something private, and you do not have to send it to anyone.
        [under13] You do not have to send this picture. Would a swimsuit cover what it shows? Is someone pushing you? Would your family be fine with it? If an answer worries you, stop here. It is not your fault if someone asks.
        [under16] Nobody has to send a picture like this, not to someone you love and not after a yes. Is someone pushing you? Would you be fine if others saw it? If it shows someone else, it is not yours to share. You decide.
       *[under18] This may be an intimate picture. You owe it to nobody, and a yes can become a no. Is someone pushing you? Would you be fine if others saw it? If it shows someone else, it is not yours to share. You decide.
    }
    .title =
        { $age ->
            [under6] Wait a moment
            [under10] Wait a moment
           *[under18] Pause before you send this
        }
    .step =
        { $age ->
            [under6] Ask your grown-up first.
            [under10] Stop here, and tell a grown-up you trust if someone asked for it.
            [under13] Stop here, and tell an adult you trust if someone asked for it.
            [under16] If someone is pushing you, say: “I do not send that.” You owe no reason.
           *[under18] If you are not sure, leave it unsent. “No” needs no reason.
        }

sending-known_image =
    { $age ->
        [under6] This picture can hurt someone, so please ask your grown-up first.
        [under10] This picture can hurt someone, and a grown-up can help you with it.
        [under13] You may not have known it: this picture seems to be on a list of pictures that harm someone. Sending it on can hurt them again. If someone wants you to send it, that is not your fault.
        [under16] You may not have known it: this picture seems to be on a list of pictures that harm someone. Sending it on can hurt them again. If someone is pushing you, that is not your fault. If it shows you, you can get help to have it removed.
       *[under18] You may not have known it: this picture seems to be on a list of pictures that harm the person in them. Sending it on can hurt them again. If it shows you, it is not your fault, and free services help to have it removed.
    }
    .title =
        { $age ->
            [under6] Wait a moment
            [under10] Wait a moment
           *[under18] Pause before you send this
        }
    .step =
        { $age ->
            [under6] Ask your grown-up first.
            [under10] Leave it, and tell a grown-up you trust.
            [under13] Do not send it on. Tell an adult you trust how it came to you.
            [under16] Leave it unsent, and tell an adult: “I have a picture that is not okay.”
            [adult] Leave it unsent, and ask someone you trust or a helpline what to do.
           *[under18] Leave it unsent, and ask an adult you trust or a helpline what to do.
        }

sending-sexual_content =
    { $age ->
        [under6] Let your grown-up help you with this message.
        [under10] This message may be about private things, so ask a grown-up first.
        [under13] This seems to be about very private things. Does someone want you to write like this? You do not have to, and it is not your fault if they ask.
        [under16] This may sound sexual. Is it what you want, or does someone want it from you? Someone who cares about you does not press. You can stop at any time, even after a yes. You decide.
       *[under18] This may sound sexual. Is it what you want, do you know who gets it, and is it welcome there? If someone presses you for it, that is not your fault. You can stop at any time, even after a yes. You decide.
    }
    .title =
        { $age ->
            [under6] Wait a moment
            [under10] Wait a moment
           *[under18] Pause before you send this
        }
    .step =
        { $age ->
            [under6] Show this to your grown-up.
            [under10] Show this to a grown-up you trust.
            [under13] Stop here, and tell an adult you trust if someone asked for it.
           *[under18] Take a moment. If you feel pushed or unsure, leave it unsent.
        }

sending-bullying =
    { $age ->
        [under6] These words can make someone sad.
        [under10] These words can make someone sad, even if you do not mean it.
        [under13] It is all right to be angry, but words like these can really hurt. You could say what bothers you instead: “I did not like that.”
        [under16] It is all right to be angry or to joke, but on a screen nobody hears how you mean it, and this can really hurt. Say what bothers you, or wait until you are calm. If they were cruel first, you can block them and get help. You decide.
       *[under18] This may hurt more than you mean it to: on a screen nobody hears your tone. You could say what bothers you, or come back to it when you are calm. If they were cruel first, you can block them and get help. You decide.
    }
    .title =
        { $age ->
            [under6] Wait a moment
            [under10] Wait a moment
           *[under18] Pause before you send this
        }
    .step =
        { $age ->
            [under6] Say it with kind words.
            [under10] Try to say it with kinder words.
            [under13] Take a breath, and try to say it in a kinder way.
           *[under18] Take a breath, then write what you want them to understand.
        }

# Telling somebody is good: never hold it back.
sending-self_harm =
    { $age ->
        [under6] It is good to say how you feel: you are not alone.
        [under10] It is good to say how you feel: it is not your fault, and you are not alone.
        [under13] It is good that you say how you feel. It is not your fault, and you are not alone. People at a child helpline listen to feelings like yours every day. If you are not safe right now, call the emergency number.
        [under16] It is good to tell someone, and it is not your fault. You can send this. At a helpline someone also listens without judging. If you are not safe right now, call the emergency number.
       *[under18] It is good to tell someone, and it is not your fault. You can send this. A helpline also listens without judging, and a doctor can help. If you are not safe right now, call the emergency number.
    }
    .title = You are not alone
    .step =
        { $age ->
            [under6] Go to your grown-up now and say how you feel.
            [under10] Go to a grown-up you trust now and say how you feel.
            [under13] Call or write to a child helpline now, then tell an adult you trust.
            [under16] Contact a helpline now, then tell an adult: “I am not okay. Please listen.”
            [adult] Contact a helpline now, then tell someone you trust or a doctor.
           *[under18] Contact a helpline now, then tell an adult you trust or a doctor.
        }

## What the person is told whose own message was flagged
# The default is youth wording: no law, talk to somebody. Nobody is labelled, nothing is threatened that is not done.

deterrence-grooming =
    { $age ->
        [adult] Asking a child for secrets, private pictures or a meeting can be a crime, and it harms the child, even one who seems to agree. You can stop now. There is free, anonymous help to stop, before or after something has happened.
        [unknown] Asking someone under 18 for secrets, private pictures or a meeting can be against the law and harms them, even if they seem to agree. You can stop here. There is free, anonymous help to stop.
        [under6] This message may make someone feel bad.
        [under10] This message may make someone feel unsafe, and a grown-up can help you with it.
       *[under18] Pressing someone for secrets, pictures or a meeting can hurt them, even if they say yes. Give them time and room to say no. If you are unsure, or someone makes you do this, you can get help.
    }
    .title =
        { $age ->
            [adult] Stop here: this can harm a child
            [unknown] Pause: this can do harm
           *[under18] Wait a moment
        }
    .step =
        { $age ->
            [adult] Send nothing more, and contact a free, anonymous helpline.
            [unknown] Send nothing more, and see what help there is.
            [under6] Show this to your grown-up.
            [under10] Show this to a grown-up you trust.
           *[under18] Stop here, and talk to someone you trust.
        }

deterrence-sextortion =
    { $age ->
        [adult] Threatening someone with pictures is a crime in most countries, and it does deep harm, most of all to a child. You can stop now, whatever has happened so far. There is free, anonymous help to stop.
        [unknown] Threatening someone with pictures is against the law in most countries and does deep harm, most of all to someone under 18. You can stop now. There is free, anonymous help to stop.
        [under6] This message may make someone afraid.
        [under10] This message may make someone afraid, and a grown-up can help you with it.
       *[under18] A threat like this can make someone very afraid, and stopping now really helps them. If someone makes you do this, or you no longer know how to get out of it, you can get help too.
    }
    .title =
        { $age ->
            [adult] Stop here: this does deep harm
            [unknown] Stop here: this does deep harm
           *[under18] Wait a moment
        }
    .step =
        { $age ->
            [adult] Send nothing more, and contact a free, anonymous helpline.
            [unknown] Send nothing more, and see what help there is.
            [under6] Show this to your grown-up.
            [under10] Show this to a grown-up you trust.
           *[under18] Stop here, and talk to an adult you trust or a helpline.
        }

deterrence-coercion =
    { $age ->
        [adult] Pushing someone to hurt themselves can be a crime, and it can put a child in danger. You can stop now, whatever has happened so far. There is free, anonymous help to stop.
        [unknown] Pushing someone to hurt themselves can be against the law, and it can put a child in danger. You can stop now. There is free, anonymous help to stop.
        [under6] This message may make someone get hurt.
        [under10] This message may make someone get hurt, and a grown-up can help you with it.
       *[under18] Words like these can put someone in danger, even as a joke or a dare, and stopping now really helps them. If you are worried about them, or someone makes you do this, you can get help.
    }
    .title =
        { $age ->
            [adult] Stop here: someone could get hurt
            [unknown] Stop here: someone could get hurt
           *[under18] Wait a moment
        }
    .step =
        { $age ->
            [adult] Send nothing more, and contact a free, anonymous helpline.
            [unknown] Send nothing more, and see what help there is.
            [under6] Show this to your grown-up.
            [under10] Show this to a grown-up you trust.
           *[under18] Stop here, and talk to an adult you trust or a helpline.
        }

deterrence-sexual_content =
    { $age ->
        [adult] Sending sexual messages to a child is illegal in most countries, and it harms the child, even one who answers. You can stop now. There is free, anonymous help to stop, before or after something has happened.
        [unknown] Sending sexual messages to someone under 18 can be against the law and harms them, even if they answer. You can stop here. There is free, anonymous help to stop.
        [under6] This message may make someone feel bad.
        [under10] This message may make someone feel bad, and a grown-up can help you with it.
       *[under18] Not everybody wants to get a message like this, and it can feel like pressure. Ask yourself if they want it, and give them room to say no. If you are unsure, talking about it helps.
    }
    .title =
        { $age ->
            [adult] Stop here: this can harm a child
            [unknown] Pause: this can do harm
           *[under18] Wait a moment
        }
    .step =
        { $age ->
            [adult] Send nothing more, and contact a free, anonymous helpline.
            [unknown] Send nothing more, and see what help there is.
            [under6] Show this to your grown-up.
            [under10] Show this to a grown-up you trust.
           *[under18] Stop here, and talk to someone you trust.
        }

deterrence-bullying =
    { $age ->
        [adult] Threatening or harassing a child can be illegal, and it harms the child. You can stop now and come back to it when you are calm. There is free, anonymous help if this is hard to stop.
        [unknown] Threats and harassment can be against the law and do harm, most of all to someone under 18. You can stop here. There is free, anonymous help if this is hard to stop.
        [under6] These words can make someone sad.
        [under10] These words can make someone sad, even if you do not mean it.
       *[under18] Words like these can really hurt, even as a joke. It is all right to be angry: you can say what bothers you without hurting. If something is wrong between you, talking to somebody helps.
    }
    .title =
        { $age ->
            [adult] Pause: this can hurt someone
            [unknown] Pause: this can hurt someone
           *[under18] Wait a moment
        }
    .step =
        { $age ->
            [adult] Stop here, and take some time before you write again.
            [unknown] Stop here, and take some time before you write again.
            [under6] Say it with kind words.
            [under10] Try to say it with kinder words.
           *[under18] Take a breath, and say it in another way or not at all.
        }

deterrence-sensitive_image =
    { $age ->
        [adult] This picture may be sexual. Sending such a picture to a child, or one of a child, is illegal in most countries and harms the child. You can stop now. There is free, anonymous help to stop.
        [unknown] This picture may be sexual. Sending such a picture to someone under 18, or one of someone under 18, can be against the law and harms them. You can stop here. There is free, anonymous help to stop.
        [under6] This picture may be private.
        [under10] This picture may be private, and a grown-up can help you with it.
       *[under18] This may be an intimate picture. Not everybody wants to get one, and if it shows someone else, it is not yours to share. If someone is pushing you to send it, that is not your fault.
    }
    .title =
        { $age ->
            [adult] Stop here: this can harm a child
            [unknown] Pause: this can do harm
           *[under18] Wait a moment
        }
    .step =
        { $age ->
            [adult] Send nothing more, and contact a free, anonymous helpline.
            [unknown] Send nothing more, and see what help there is.
            [under6] Show this to your grown-up.
            [under10] Show this to a grown-up you trust.
           *[under18] Stop here, and talk to someone you trust.
        }

deterrence-known_image =
    { $age ->
        [adult] This picture seems to be on a list of known harmful pictures. Having or sharing sexual pictures of children is illegal in most countries, and each sharing harms a real child again. There is free, anonymous help to stop.
        [unknown] This picture seems to be on a list of known harmful pictures. Sharing such pictures can be against the law, and if they show a child, each sharing harms that child again. There is free, anonymous help to stop.
        [under6] This picture can hurt someone.
        [under10] This picture can hurt someone, and a grown-up can help you with it.
       *[under18] You may not have known it: this picture seems to be on a list of pictures that harm someone. Sending it on can hurt them again. If it worries you, or someone makes you do this, you can get help.
    }
    .title =
        { $age ->
            [adult] Stop here: this can harm a child
            [unknown] Stop here: this can do harm
           *[under18] Wait a moment
        }
    .step =
        { $age ->
            [adult] Send nothing more, and contact a free, anonymous helpline.
            [unknown] Send nothing more, and see what help there is.
            [under6] Go and tell your grown-up.
            [under10] Go and tell a grown-up you trust.
           *[under18] Stop here, and talk to an adult you trust or a helpline.
        }

## What the parent is told; $age is the child's
# What kind of help, never a word, never a name. Breathe, listen, thank, believe.

guardian-grooming = Someone may be winning your child’s trust to take advantage; it can be harmless. Breathe first. Listen, thank your child for telling, believe it. Do not start by punishing or taking the phone. Keep the messages; do not contact the person.
    .title = Your child may need help with a contact
    .step =
        { $age ->
            [under6] Sit down with your child and ask: “Who talks to you there?”
            [under10] Sit down together and ask: “Who do you talk to, and how does it feel?”
            [under13] Find a calm moment and ask: “Has anyone online asked you for a secret?”
           *[under18] Find a calm moment, ask how you can help, and agree the next step together.
        }

guardian-sextortion = Your child may be being blackmailed, perhaps with pictures. It is not your child’s fault. Breathe first. Listen, thank, believe; no punishment. Do not pay, do not contact the person, do not forward pictures. Keep the proof and report it together.
    .title = Your child may need help against blackmail
    .step =
        { $age ->
            [under6] Go to your child now and say: “You did nothing wrong. I will help you.”
            [under10] Go to your child now and say: “You did nothing wrong. I will help you.”
           *[under18] Go to your child now and say: “This is not your fault. We will solve it together.”
        }

guardian-sexual_content =
    { $age ->
        [under6] Something that is not for children may have come up on the device. Breathe first: your child did nothing wrong. Stay calm and close, listen, and thank your child for telling. Do not punish and do not forward anything.
        [under10] Something that is not for children may have come up on the device. Breathe first: your child did nothing wrong. Stay calm and close, listen, and thank your child for telling. Do not punish and do not forward anything.
       *[under18] Sexual messages or content may have come up; your child may not have wanted them. Breathe first. Listen, thank, believe. Do not start by punishing or taking the phone. If someone pushed for it, keep the messages; do not contact them.
    }
    .title = Your child may need a talk about content
    .step =
        { $age ->
            [under6] Ask gently: “Did you see something that felt strange?”
            [under10] Ask gently: “Did you see something that felt strange?”
           *[under18] Ask in a calm moment: “Is anyone sending you things that you do not want?”
        }

guardian-bullying = There may be cruel messages in your child’s life just now. Breathe first. Listen, thank your child for telling, believe it. Do not answer for your child and do not take the phone: that would cut off friends too. Keep the messages as proof.
    .title = Your child may need help with bullying
    .step =
        { $age ->
            [under6] Ask gently: “Was someone unkind to you?”
            [under10] Ask gently: “Was someone unkind to you?”
           *[under18] Ask how it is going with the others, and agree the next step together.
        }

guardian-self_harm =
    { $age ->
        [under6] Your child may be very sad or afraid. Breathe first, then be close. Listen without correcting and thank your child for telling. Call a helpline or a doctor today. If your child is not safe right now, call the emergency number.
        [under10] Your child may be very sad or afraid. Breathe first, then be close. Listen without correcting and thank your child for telling. Call a helpline or a doctor today. If your child is not safe right now, call the emergency number.
       *[under18] Your child may be in deep distress. Breathe first, then be close. Listen without judging, thank your child for telling, believe it. Call a helpline or a doctor today. If your child is not safe right now, call the emergency number.
    }
    .title = Your child may be in distress
    .step =
        { $age ->
            [under6] Go to your child now, and stay close.
            [under10] Go to your child now, and say: “I am here. You can tell me everything.”
           *[under18] Go to your child now, and say: “I am here. You do not have to carry this alone.”
        }

guardian-coercion = Someone may be pushing your child to hurt themselves or others. It is not your child’s fault. Breathe first. Stay close, listen, thank, believe; no punishment. Keep the messages, do not contact the person. If there is danger now, call the emergency number.
    .title = Your child may be under pressure
    .step =
        { $age ->
            [under6] Go to your child now, and stay close.
            [under10] Go to your child now, and say: “Nobody may make you do this. I am here.”
           *[under18] Go to your child now, and say: “You do not have to do it. I am on your side.”
        }

guardian-personal_info = Your child may be about to share where they live, learn or can be reached. Often that is harmless. Breathe first, listen, and thank your child for telling. Do not start by punishing. If someone pressed for it, keep the messages; do not contact them.
    .title = Your child may need help with privacy
    .step =
        { $age ->
            [under6] Agree with your child: “Before we tell where we live, you ask me.”
            [under10] Agree with your child: “Before you tell where we live, you ask me.”
           *[under18] Talk about who may know what, and agree it together.
        }

guardian-known_image = A picture that seems to be on a list of harmful pictures came up on the device. It may have come unasked, and the match can be wrong. Breathe first. Listen, thank, believe; no punishment. Do not copy or forward it, do not contact the sender.
    .title = Your child may need help with a picture
    .step =
        { $age ->
            [under6] Be with your child first, then ask a reporting hotline what to do.
            [under10] Be with your child first, then ask a reporting hotline what to do.
           *[under18] Listen to your child first, then report it together to a hotline.
        }

guardian-sensitive_image = A picture that may be private or intimate came up; the program can be wrong. Breathe first. Listen, thank, believe. Do not start by punishing or taking the phone. Do not forward the picture. If someone pressed for it, keep the messages; do not contact them.
    .title = Your child may need help with a picture
    .step =
        { $age ->
            [under6] Ask gently: “Did you see a picture that felt strange?”
            [under10] Ask gently: “Did a picture or someone’s question feel strange?”
           *[under18] Ask in a calm moment: “Does anyone push you about pictures?”
        }

## What could not be checked, for the child

unchecked-message =
    { $age ->
        [under6] This message could not be checked.
        [under10] This message could not be checked.
       *[under18] This message could not be checked. That does not mean that something is wrong with it.
    }
    .step =
        { $age ->
            [under6] Ask your grown-up to look with you.
            [under10] Ask a grown-up if it feels strange.
            [under13] Take care, and ask an adult you trust if it feels strange.
           *[under18] Take care, and ask someone you trust if it feels wrong.
        }

unchecked-image =
    { $age ->
        [under6] This picture could not be checked.
        [under10] This picture could not be checked.
       *[under18] This picture could not be checked. That does not mean that something is wrong with it.
    }
    .step =
        { $age ->
            [under6] Ask your grown-up to look first.
            [under10] Ask a grown-up to look first.
            [under13] Open it only if you know what it is, or ask an adult you trust.
           *[under18] Open it only if you know what it is.
        }

unchecked-stream =
    { $age ->
        [under6] This video could not be checked.
        [under10] This video could not be checked.
       *[under18] This video could not be checked. That does not mean that something is wrong with it.
    }
    .step =
        { $age ->
            [under6] Ask your grown-up to watch with you.
            [under10] Ask a grown-up to watch with you.
            [under13] Watch on only if it feels all right, or ask an adult you trust.
           *[under18] Watch on only if it feels all right. You can leave at any time.
        }

## What the child is told about the program itself

monitoring-notice =
    { $age ->
        [under6] A program on this device looks at messages and pictures, and it may tell your grown-up that you need help.
        [under10] A program on this device checks messages and pictures; it may tell your grown-up that you need help, but not what you wrote.
        [under13] A program on this device looks at messages and pictures to warn you of tricks. No adult reads them through it. An adult may learn that you need help and what kind, but not what was written and not with whom.
       *[under18] A program checks messages and pictures on this device only. No adult reads them through it, and nothing it looks at leaves the device. An adult may learn that you may need help and what kind, never the words and never with whom.
    }
    .title =
        { $age ->
            [under6] A helper on this device
            [under10] A helper on this device
            [under13] A helper on this device
           *[under18] What is checked on this device
        }

digest-delay =
    { $age ->
        [under6]
            { $hours ->
                [one] In { $hours } hour your grown-up will learn that you may need help.
               *[other] In { $hours } hours your grown-up will learn that you may need help.
            }
        [under10]
            { $hours ->
                [one] In { $hours } hour your grown-up will learn that you may need help, but not what you wrote.
               *[other] In { $hours } hours your grown-up will learn that you may need help, but not what you wrote.
            }
       *[under18]
            { $hours ->
                [one] In { $hours } hour an adult will be told that you may need help and what kind, not what was written and not with whom. If you like, talk to them first, or to someone else you trust.
               *[other] In { $hours } hours an adult will be told that you may need help and what kind, not what was written and not with whom. If you like, talk to them first, or to someone else you trust.
            }
    }
    .step =
        { $age ->
            [under6] Go and tell your grown-up.
            [under10] Go and tell a grown-up you trust.
           *[under18] Talk first, for example: “Something happened online. Can I tell you?”
        }

## The parent's overview

digest-title = Where your child may need you
digest-none = Nothing came up that needs you. Asking how it is going online is always a good idea.
digest-private = You see no words and no names here. Your child’s messages stay their own, so that asking you for help stays easy. You learn what kind of help may be needed, and can offer it.
digest-unchecked =
    { $count ->
        [one] { $count } message or picture could not be checked.
       *[other] { $count } messages or pictures could not be checked.
    }

urgency-calm = no hurry
urgency-soon = talk within the next days
urgency-today = talk today
urgency-now = go to your child now

frequency-once = once
frequency-several = several times
frequency-often = often

trend-new = new
trend-less = less than before
trend-same = about as before
trend-more = more than before

## Help services

help-title = Who can help
help-free = free
help-unverified = Number not yet confirmed: look at the web address first
help-verified = Confirmed on { $date }
help-danger = In danger right now? Call the emergency number.
help-hours = Opening hours

audience-child = Help for children and teenagers
audience-offender_help = Help if you worry about your own thoughts or actions
audience-image_removal = Help to have pictures removed
audience-reporting_hotline = Report harmful content

## When the program was wrong

contest-offer = This one is fine
contest-thanks = Thank you for saying so. Programs make mistakes.
contest-reason-harmless = It is harmless
contest-reason-known_person = I know this person
contest-reason-wrong_language = It misread my language
contest-reason-other = Another reason
contest-limit =
    { $age ->
        [under6] This stays as it is, and your grown-up can look at it with you.
        [under10] This stays as it is, and a grown-up you trust can look at it with you.
        [under13] This stays as it is for now. If it seems wrong to you, show it to an adult you trust.
       *[under18] This stays as it is for now. If it seems wrong to you, talk about it with someone you trust.
    }

## Buttons

uncover = Show it
cover = Cover it
back = Go back
tell_adult =
    { $age ->
        [under6] Tell my grown-up
        [under10] Tell a grown-up
        [adult] Tell someone I trust
       *[under18] Tell an adult I trust
    }
send_anyway = Send anyway
do_not_send = Do not send
