# What people read, English. Keys are the slugs of core's vocabulary.
# Kind, short, no blame, one thing to do next.

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

## What the child is told
notice-grooming = This chat has things in it that make adults worry. It is not your fault. Stop writing for now and show it to an adult you trust.
notice-sextortion = This is blackmail, and it is not your fault. Do not pay and send nothing more. Stop answering, keep the messages, and tell an adult you trust.
notice-sexual_content = You do not have to look at this. If you want to, talk about it with an adult you trust.
notice-bullying = Nobody should write to you like that. You need not answer. Keep it and show it to someone you trust.
notice-self_harm = Thank you for saying how you feel. You are not alone. Talk to someone today: an adult you trust or a child helpline.
notice-coercion = Nobody may ask you to get hurt. It is not your fault. Stop answering and tell an adult you trust now.
notice-personal_info = Wait a moment: this tells where or who you are. Send it only if an adult you trust knows the person.
notice-known_image = This picture is covered.
notice-sensitive_image = This picture may be something you would rather not see. You decide whom to tell.

## What the other side is told
deterrence-grooming = Asking a child for secrets, pictures or a meeting can be a crime and harms the child. Free and anonymous help to stop exists.
deterrence-sextortion = Threatening someone with pictures is a crime and does lasting harm. Stop now. Free and anonymous help exists.
deterrence-coercion = Pushing someone to hurt themselves is a crime. Stop now. Free and anonymous help exists.
