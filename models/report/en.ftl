# The page of a transparency report, English. Plain words: a parent reads it.

title = What the safety filter did
period = Weeks { $from } to { $to }
devices = { $devices ->
    [one] one device
   *[other] { $devices } devices
}
version = Himaya { $version }
note = This page holds counts and nothing else: no words, no names, no pictures. A warning is no proof that somebody did something wrong.
noise = So that next to nothing can be learned of a single device, noise was added to each count on the device itself (differential privacy, epsilon { $epsilon }, at most { $bound } counted things a device). A count may be off by { $within } or so, and below zero. How much was looked at, weeks and versions are not shared.
small = Counts from 1 to { $last } are left out, so that nobody can be recognised; they read “few”.
few = few

numbers = In numbers
weeks = Warnings by week
categories = Warnings by what they were about
contests = Warnings that people held for wrong
contests-about = Who gets a warning may say that it was wrong, or look nonetheless. The bar is the share of all warnings, the line the range in which the true share lies with 95 % confidence.
inputs = By what was looked at
origins = By who found it
versions = By version of models and rules
languages = By language of the rules that found something (some messages count in several)
errors = What could not be checked
errors-none = Everything could be checked.
leniency = Thresholds raised because people contested
leniency-none = None: every threshold is as strict as the policy says.
leniency-about = Contests on several days make the filter somewhat less strict about these things. It fades by itself, and never reaches blackmail, pressure to do harm, or known pictures.
method = How it works, and how often it errs
rates = Measured error rates
rates-about = Of messages and conversations that were written for the test, that nothing was tuned on, and of ordinary public chat. In brackets the range in which the true share lies with 95 % confidence.

count = Count
what = What
language = Language
category = About
week = Week
share = Share
reason = Reason
version-column = Version
language-column = Language
language-ar = Arabic
language-de = German
language-en = English
language-es = Spanish
language-fr = French
language-id = Indonesian
language-it = Italian
language-nl = Dutch
language-pt = Portuguese
language-ru = Russian
language-tr = Turkish
language-other = other languages
raised-by = Raised by
on-devices = Devices
measured-share = Measured
command = Printed by
nothing = Nothing was counted.
table-of = The same figures as a table
table-show = Show the table

count-scanned = looked at
count-signalled = something found, however mild
count-warned = warned
count-acted = covered, interrupted or muted
count-overridden = uncovered or sent nonetheless
count-contested = held for wrong
count-degraded = checked in part
count-failed = not checked
share-warned = warned, of what was looked at
share-overridden = uncovered or sent nonetheless, of warnings
share-contested = held for wrong, of warnings
share-errors = not checked or in part, of what was looked at

input-message = messages
input-image = pictures
input-stream = videos and streams
origin-rule = a written rule
origin-model = a model
origin-both = rule and model together
status-message_truncated = a message was longer than the limit
status-image_unreadable = a picture could not be read
status-model_unavailable = a model could not be loaded or run
status-message_unreadable = a message could not be read
status-conversation_damaged = what was kept of a conversation was damaged
status-store_unavailable = the store of conversations was not to be had
status-video_unreadable = a video could not be read
status-frames_skipped = parts of a video or animation were left out
contest-harmless = it was harmless
contest-known_person = it was from somebody known
contest-wrong_language = it was misread
contest-other = another reason

measured-indicator_signalled = messages with a sign of risk, noticed
measured-harmless_signalled = harmless messages that sound alike, noticed
measured-harmless_warned = harmless messages that sound alike, warned of
measured-ordinary_message_warned = messages of ordinary chat, warned of
measured-risky_conversation_warned = risky conversations, warned of
measured-harmless_conversation_warned = harmless conversations that sound alike, any sign shown
measured-ordinary_dialogue_warned = ordinary dialogues, any sign shown
measured-drawn_picture_sensitive = views of harmless drawings, taken for sensitive
measured-packaged_picture_sensitive = views of harmless pictures, taken for sensitive

## The method. Paragraphs are shown in this order; a test reads that none is missing.
method-1 = Messages and pictures are looked at on the device itself. Nothing that was written, shown or sent leaves it. What is kept are numbers: how often something was found, and of what kind.
method-2 = Each message is read with written rules, whose grounds are published, and by a small language model. One mild sign (“how old are you?”) warns of nothing. What warns is a pattern over a conversation, or one message that cannot be mistaken, such as a threat to publish pictures.
method-3 = A picture is compared with lists of known pictures where the app has any, and judged by a small picture model. Neither recognises people.
method-4 = What follows from a finding is written in a policy, by age: to show a sign and help, to cover, or to stop and ask first. People who get a warning can read which kind of thing was found, and by what.
method-5 = It misses things. Of { $risky-of } risky conversations written for the test, it warned of { $risky-hits }; in { $risky-missed } it did not warn. A quiet filter does not mean that all is well.
method-6 = It is wrong at times. Of { $harmless-of } harmless conversations that sound alike, { $harmless-hits } got a sign; of { $ordinary-of } ordinary dialogues, { $ordinary-hits }. Of { $alone-of } single harmless messages that sound alike, { $alone-hits } warned by themselves. Error rates differ by language; the table below has each.
method-7 = Of { $pictures-of } views of harmless pictures, { $pictures-hits } were taken for sensitive, and of { $drawings-of } views of harmless drawings, { $drawings-hits }. How many sensitive pictures it finds has not been measured: the project holds none, and will not.
method-8 = Who holds a warning for wrong can say so. It is counted here. Where the policy allows it, contests on several days make the filter somewhat less strict about that kind of thing, for a while; this page then says how much.
method-9 = All figures can be measured anew with the commands in the table, from the project’s published sources.
