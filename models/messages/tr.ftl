# İnsanların okuduğu metinler, Türkçe; kaynak en.ftl. Nasıl düzenlenir ve denetlenir: bu klasördeki README.md.
# Çocuklara ve gençlere sen; yetişkinlere ve ebeveynlere siz ([adult], guardian-*, digest-*, deterrence-* [unknown]).
# Küçük çocuk için “büyüğün”: tek bir kişiyi, anneyi ya da babayı söylemez. Sayıdan sonra ad tekil kalır.

## Ne bulundu, raporu okuyan kişi için
behavior-age_query = çocuğun yaşını soruyor
behavior-personal_info_query = kişisel bilgi soruyor
behavior-alone_query = çocuğun yalnız olup olmadığını ya da birinin bakıp bakmadığını soruyor
behavior-secrecy = sır saklamasını istiyor
behavior-isolation = çocuğu ailesine ya da arkadaşlarına karşı kışkırtıyor
behavior-flattery_maturity = görünüşünü ya da olgunluğunu övüyor
behavior-gift_offer = hediye, para ya da iyilik teklif ediyor
behavior-platform_switch = başka bir uygulamaya geçmek istiyor
behavior-meeting = yüz yüze buluşmak istiyor
behavior-photo_request = fotoğraf ya da kamera istiyor
behavior-reciprocity_pressure = çocuğun bir karşılık borçlu olduğunu söylüyor
behavior-romance_declaration = çocuğa aşkını söylüyor
behavior-guilt_manipulation = çocuğa suçluluk duygusu veriyor
behavior-testing_boundaries = çocuğun nereye kadar gideceğini deniyor
behavior-threat_sextortion = yayımlamakla tehdit ediyor ya da para istiyor
behavior-coercion_selfharm = çocuğu kendine zarar vermeye zorluyor
behavior-personal_info_disclosure = çocuk kişisel bilgi veriyor
behavior-refusal = çocuk hayır diyor
behavior-distress = çocuk korkuyor ya da çok zorlanıyor

cue-unmistakable = yanlış anlaşılmayacak bir şey söylendi
cue-persistence = çocuk hayır dedikten ya da zorlandıktan sonra da sürdürüyor
cue-stage_mix = farklı yaklaşma biçimleri bir arada
cue-clear_sign = en az bir belirgin uyarı işareti
cue-one_sided_questions = bir taraf soruyor, öbür taraf yanıtlıyor
cue-early_private_channel = çok erken gizlilik ya da fotoğraf istendi
cue-tone = son mesajların havası
cue-night = geceleri yazıyor
cue-many_children = birçok çocuğa yazıyor
relation-unknown = uygulama kim olduğunu bilmiyor
relation-stranger = tanınmayan biri
relation-known = tanınan bir kişi
relation-family = aileden
relation-school = çocuğun okulundan
stage-initial_contact = ilk temas
stage-trust_building = güven kazanma
stage-isolation = yalnızlaştırma
stage-dependency_creation = bağımlı kılma
stage-sexual_introduction = sınırları aşındırma
stage-maintenance = teması sürdürme
stage-control = tehditle kontrol etme

category-grooming = istismara zemin hazırlayabilecek bir davranış örüntüsü
category-sextortion = şantaj
category-sexual_content = cinsel içerik
category-bullying = zorbalık
category-self_harm = çok zorlanan bir çocuk
category-coercion = zarar vermeye zorlama
category-personal_info = gönderilmek üzere olan kişisel bilgiler
category-known_image = bilinen bir fotoğraf
category-sensitive_image = hassas olabilecek bir fotoğraf

action-allow = yapılacak bir şey yok
action-indicate = bir işaret göster, yardım et
action-blur = üstünü ört
action-interrupt = dur ve önce sor
action-mute = geçirme

reason-conversation-pattern = konuşmanın bütünü

## Bir şey alan çocuğa söylenen
# Sıra: senin suçun değil, güvenli bir adım, güvenilen bir yetişkin. Yardım hattı altta, hizmet listesinden gelir.

notice-grooming =
    { $age ->
        [under6] Sen yanlış bir şey yapmadın, bir büyüğün sana yardım edebilir.
        [under10] Bu senin suçun değil: internette bazı insanlar yalnızca iyiymiş gibi yapar.
        [under13] Bu senin suçun değil. Bazı insanlar, istediklerini yaptırmak için arkadaşmış gibi davranır. Gerçek bir arkadaş, bunu bir yetişkine anlatmana kızmaz. Sana kendini kötü hissettiren bir sırrı hiçbir zaman saklamak zorunda değilsin.
        [under16] Bu senin suçun değil. Biri senden bir şey elde etmek için güvenini kazanmaya çalışıyor olabilir. Önce evet demiş olsan bile istediğin an durabilirsin. Başka bir uygulamaya geçme ve tek başına buluşmaya gitme: sana değer veren biri bunu anlayışla karşılar.
        [adult] Burada yanlış giden bir şey varsa bu sizin suçunuz değil. Konuşmada, birinin kontrol kazanmak için güven oluşturduğuna dair işaretler var: sırlar, baskı, daha gizli bir yerde konuşma isteği. Zararsız da olabilir. Önce evet demiş olsanız bile her an hayır diyebilirsiniz.
       *[under18] Burada yanlış giden bir şey varsa bu senin suçun değil. Konuşmada, birinin kontrol kazanmak için güven oluşturduğuna dair işaretler var: sırlar, baskı, daha gizli bir yerde konuşma isteği. Zararsız da olabilir. Önce evet demiş olsan bile her an hayır diyebilirsin.
    }
    .title =
        { $age ->
            [under6] Şimdi bir büyüğüne sor
            [under10] Burada biraz dur
            [under13] Bu bir tuzak olabilir
           *[under18] Bu konuşma göründüğü gibi olmayabilir
        }
    .step =
        { $age ->
            [under6] Bunu bir büyüğüne göster.
            [under10] Bunu güvendiğin bir büyüğüne göster.
            [under13] Şimdilik yazmayı bırak ve bunu güvendiğin bir yetişkine göster.
            [under16] Güvendiğin bir yetişkine şöyle de: “Sana beni rahatsız eden bir konuşmayı gösterebilir miyim?”
            [adult] Şimdilik yazmayı bırakın ve güvendiğiniz birine bunun nasıl göründüğünü sorun.
           *[under18] Şimdilik yazmayı bırak ve güvendiğin bir yetişkine bunun nasıl göründüğünü sor.
        }

notice-sextortion =
    { $age ->
        [under6] Biri sana kötü davranıyor ve bu senin suçun değil.
        [under10] Biri seni korkutmaya çalışıyor ve bu senin suçun değil.
        [under13] Bu senin suçun değil. Bazı insanlar para ya da fotoğraf almak için çocukları korkutur. Bu tuzağın adı şantaj. Daha önce göndermiş olsan bile para ve fotoğraf gönderme. Artık yanıt verme ve engelle, ama hiçbir şeyi silme.
        [under16] Bu senin suçun değil. Bu şantaja benziyor; erkekler dahil birçok gencin başına geliyor. Daha önce göndermiş olsan bile artık para ve fotoğraf gönderme. Yanıt verme, engelle, ama hiçbir şeyi silme: bunlar kanıt. Bunu atlatabilirsin.
        [adult] Bu sizin suçunuz değil. Bu şantaja benziyor; erkekler dahil birçok insanın başına geliyor, bazen sahte fotoğraflarla. Daha önce göndermiş olsanız bile artık para ya da başka bir şey göndermeyin. Yanıt vermeyin, engelleyin, hiçbir şeyi silmeyin. Fotoğrafların kaldırılmasına yardım eden ücretsiz hizmetler var.
       *[under18] Bu senin suçun değil. Bu şantaja benziyor; erkekler dahil birçok insanın başına geliyor, bazen sahte fotoğraflarla. Daha önce göndermiş olsan bile artık para ya da başka bir şey gönderme. Yanıt verme, engelle, hiçbir şeyi silme. Fotoğrafların kaldırılmasına yardım eden ücretsiz hizmetler var.
    }
    .title =
        { $age ->
            [under6] Sen yanlış bir şey yapmadın
            [under10] Sen yanlış bir şey yapmadın
            [under13] Bu bir tuzak, yardım alabilirsin
           *[under18] Şantaj: bir çıkış yolu var
        }
    .step =
        { $age ->
            [under6] Bunu bir büyüğüne göster.
            [under10] Yanıt verme. Bunu güvendiğin bir büyüğüne göster.
            [under13] Yanıt vermeyi bırak ve şimdi güvendiğin bir yetişkine anlat. Yanlış bir şey yapmadın.
            [under16] Güvendiğin bir yetişkine şöyle de: “Biri beni internette tehdit ediyor. Lütfen bana yardım et.”
            [adult] Bugün güvendiğiniz biriyle ya da bir yardım hattıyla konuşun. Bununla tek başınıza uğraşmanız gerekmiyor.
           *[under18] Bugün güvendiğin bir yetişkinle ya da bir yardım hattıyla konuş. Bununla tek başına uğraşman gerekmiyor.
        }

notice-sexual_content =
    { $age ->
        [under6] Sen yanlış bir şey yapmadın ve buna bakmak zorunda değilsin.
        [under10] Bu çocuklar için değil ve sana gelmesi senin suçun değil.
        [under13] Bunun sana gelmesi senin suçun değil. Bu, senin yaşındakiler için değil. Kimse seni buna bakmaya, yanıt vermeye ya da benzerini göndermeye zorlayamaz.
        [under16] Bunun sana gelmesi senin suçun değil. Cinsel bir içeriğe benziyor. Daha önce yapmış olsan bile bakmak, yanıt vermek ya da karşılığında bir şey göndermek zorunda değilsin. Göndereni engelleyebilirsin.
        [adult] Bunu istemediyseniz bu sizin suçunuz değil. Cinsel bir içeriğe benziyor. Daha önce ne demiş olursanız olun bakmak, yanıt vermek ya da karşılığında bir şey göndermek zorunda değilsiniz. Hesabı engelleyip şikâyet edebilirsiniz.
       *[under18] Bunu istemediysen bu senin suçun değil. Cinsel bir içeriğe benziyor. Daha önce ne demiş olursan ol bakmak, yanıt vermek ya da karşılığında bir şey göndermek zorunda değilsin. Hesabı engelleyip şikâyet edebilirsin.
    }
    .title =
        { $age ->
            [adult] Buna bakmak zorunda değilsiniz
           *[under18] Buna bakmak zorunda değilsin
        }
    .step =
        { $age ->
            [under6] Bunu bir büyüğüne göster.
            [under10] Buna bakmayı bırak ve güvendiğin bir büyüğüne anlat.
            [under13] Bunu açma ve güvendiğin bir yetişkine anlat.
            [under16] Güvendiğin bir yetişkine şöyle de: “İnternette bana rahatsız edici bir şey geldi.”
            [adult] İstemiyorsanız açmayın ve göndereni engelleyin.
           *[under18] İstemiyorsan açma ve göndereni engelle.
        }

notice-bullying =
    { $age ->
        [under6] Bu hoş bir davranış değildi ve senin suçun değil.
        [under10] Biri sana kötü davranıyor ve bu senin suçun değil.
        [under13] Bu senin suçun değil. Bazıları yalnızca yanıt almak için kırıcı şeyler yazar ve sen yanıt vermek zorunda değilsin. Mesajı sakla: ne olduğunu gösterir.
        [under16] Bu senin suçun değil ve kimse sana böyle yazmamalı. Yanıt vermek zorunda değilsin. Kanıt olarak sakla, sonra sessize al ya da engelle; istersen uygulamada şikâyet et.
        [adult] Bu sizin suçunuz değil ve kimse size böyle yazmamalı. Yanıt vermek zorunda değilsiniz. Kanıt olarak saklayın, sonra engelleyip uygulamada şikâyet edin. Tehdit varsa uygulama dışından da yardım alabilirsiniz.
       *[under18] Bu senin suçun değil ve kimse sana böyle yazmamalı. Yanıt vermek zorunda değilsin. Kanıt olarak sakla, sonra engelle ve uygulamada şikâyet et. Tehdit varsa uygulama dışından da yardım alabilirsin.
    }
    .title =
        { $age ->
            [under6] Bu hoş bir davranış değildi
            [under10] Bu hoş bir davranış değildi
            [adult] Kimse size böyle yazmamalı
           *[under18] Kimse sana böyle yazmamalı
        }
    .step =
        { $age ->
            [under6] Bunu bir büyüğüne göster.
            [under10] Yanıt verme. Bunu güvendiğin bir büyüğüne göster.
            [under13] Yanıt verme. Mesajı sakla ve güvendiğin bir yetişkine göster.
            [under16] Güvendiğin bir yetişkine şöyle de: “İnternette biri bana çok kötü davranıyor. Konuşabilir miyiz?”
            [adult] Yanıt vermeyin. Mesajı saklayın, engelleyin ve güvendiğiniz biriyle konuşun.
           *[under18] Yanıt verme. Mesajı sakla, engelle ve güvendiğin biriyle konuş.
        }

# Çocuk çok zorlanıyor: özen, asla suçlama, asla engelleme sözü. On yaşından itibaren önce yardım hattı.
notice-self_harm =
    { $age ->
        [under6] Ne hissettiğini söylediğin için teşekkürler: yalnız değilsin.
        [under10] Ne hissettiğini söylediğin için teşekkürler: bu senin suçun değil ve yalnız değilsin.
        [under13] Ne hissettiğini söylediğin için teşekkürler. Bu senin suçun değil ve yalnız değilsin. Çocuk yardım hattındaki insanlar her gün böyle duyguları dinler. Şu anda güvende değilsen acil yardım numarasını ara.
        [under16] Bunu söylediğin için teşekkürler. Bu senin suçun değil ve yalnız değilsin. Yardım hattında biri seni yargılamadan dinler; yardım alınca daha iyiye gidebilir. Şu anda güvende değilsen acil yardım numarasını ara.
        [adult] Bunu söylediğiniz için teşekkürler. Bu sizin suçunuz değil ve bunu tek başınıza taşımanız gerekmiyor. Yardım hattında biri yargılamadan dinler; ardından güvendiğiniz biri ya da bir doktor yardım edebilir. Şu anda güvende değilseniz acil yardım numarasını arayın.
       *[under18] Bunu söylediğin için teşekkürler. Bu senin suçun değil ve bunu tek başına taşıman gerekmiyor. Yardım hattında biri yargılamadan dinler; ardından güvendiğin biri ya da bir doktor yardım edebilir. Şu anda güvende değilsen acil yardım numarasını ara.
    }
    .title =
        { $age ->
            [under6] Yalnız değilsin
            [under10] Yalnız değilsin
            [adult] Söylediğiniz için teşekkürler. Yalnız değilsiniz
           *[under18] Söylediğin için teşekkürler. Yalnız değilsin
        }
    .step =
        { $age ->
            [under6] Şimdi bir büyüğünün yanına git ve ne hissettiğini söyle.
            [under10] Şimdi güvendiğin bir büyüğünün yanına git ve ne hissettiğini söyle.
            [under13] Şimdi bir çocuk yardım hattını ara ya da oraya yaz, sonra güvendiğin bir yetişkine anlat.
            [under16] Şimdi bir yardım hattına ulaş, sonra bir yetişkine şöyle de: “İyi değilim. Lütfen beni dinle.”
            [adult] Şimdi bir yardım hattına ulaşın, sonra güvendiğiniz birine ya da bir doktora anlatın.
           *[under18] Şimdi bir yardım hattına ulaş, sonra güvendiğin bir yetişkine ya da bir doktora anlat.
        }

notice-coercion =
    { $age ->
        [under6] Kimse sana canını yakacak şeyler yaptıramaz ve bu senin suçun değil.
        [under10] Kimse senden can yakan şeyler yapmanı isteyemez ve bu senin suçun değil.
        [under13] Bu senin suçun değil. Kimse seni kendine ya da başkasına zarar vermeye zorlayamaz. Bazıları buna oyun ya da cesaret testi der. Bu bir tuzak ve istediğin an durabilirsin.
        [under16] Bu senin suçun değil. Neyle tehdit ederse etsin, kimse seni kendine ya da başkalarına zarar vermeye zorlayamaz. Daha önce bir şey yapmış olsan bile şimdi durabilirsin. Şu anda güvende değilsen acil yardım numarasını ara.
        [adult] Bu sizin suçunuz değil. Birini kendine ya da başkalarına zarar vermeye zorlamak, adına oyun ya da cesaret testi dense de istismardır. Neyle tehdit edilirseniz edilin, istediğiniz an durabilirsiniz. Şu anda güvende değilseniz acil yardım numarasını arayın.
       *[under18] Bu senin suçun değil. Birini kendine ya da başkalarına zarar vermeye zorlamak, adına oyun ya da cesaret testi dense de istismardır. Neyle tehdit edilirsen edil, istediğin an durabilirsin. Şu anda güvende değilsen acil yardım numarasını ara.
    }
    .title =
        { $age ->
            [adult] Bunu yapmak zorunda değilsiniz
           *[under18] Bunu yapmak zorunda değilsin
        }
    .step =
        { $age ->
            [under6] Şimdi bir büyüğünün yanına git.
            [under10] Bunu yapma. Şimdi güvendiğin bir büyüğünün yanına git.
            [under13] Yanıt vermeyi bırak ve şimdi güvendiğin bir yetişkinin yanına git.
            [under16] Yanıt vermeyi bırak ve bir yetişkine şöyle de: “Biri bana baskı yapıyor. Şimdi yardıma ihtiyacım var.”
            [adult] Yanıt vermeyi bırakın, mesajları saklayın ve şimdi güvendiğiniz birine anlatın.
           *[under18] Yanıt vermeyi bırak, mesajları sakla ve şimdi güvendiğin bir yetişkine anlat.
        }

notice-personal_info =
    { $age ->
        [under6] Nerede oturduğunu yalnızca büyüklerinin tanıdığı insanlar bilebilir.
        [under10] Evini, okulunu ve numaranı yalnızca büyüklerinin tanıdığı insanlar bilebilir.
        [under13] Bu, kim olduğunu ya da nerede bulunabileceğini ele verir. İnternette bazı insanlar söyledikleri kişi değildir. Yanıt vermek zorunda değilsin ve gerçek bir arkadaş bekleyebilir.
        [under16] Bu, nerede bulunabileceğini ele verebilir: adres, okul, numara. Söylemek zorunda değilsin ve gerçek bir arkadaş bekleyebilir. Biri söylemen için baskı yapıyorsa bu, onu engellemek için iyi bir neden.
        [adult] Bu, kim olduğunuzu ya da nerede bulunabileceğinizi gösterebilir: adres, okul, numara, hesap. Bunu kimseye borçlu değilsiniz. Biri bunun için baskı yapıyorsa bu, onu engellemek için iyi bir neden.
       *[under18] Bu, kim olduğunu ya da nerede bulunabileceğini gösterebilir: adres, okul, numara, hesap. Bunu kimseye borçlu değilsin. Biri bunun için baskı yapıyorsa bu, onu engellemek için iyi bir neden.
    }
    .title =
        { $age ->
            [under6] Biraz bekle
            [under10] Biraz bekle
            [adult] Bir dakika: bu sizinle ilgili
           *[under18] Biraz bekle: bu seninle ilgili
        }
    .step =
        { $age ->
            [under6] Önce bir büyüğüne sor.
            [under10] Önce güvendiğin bir büyüğüne sor.
            [under13] Bekle ve bir şey söylemeden önce güvendiğin bir yetişkine sor.
            [adult] Durup kendinize sorun: Onu gerçek hayatta tanıyor muyum, buna ihtiyacı var mı?
           *[under18] Durup kendine sor: Onu gerçek hayatta tanıyor muyum, buna ihtiyacı var mı?
        }

notice-known_image =
    { $age ->
        [under6] Sen yanlış bir şey yapmadın ve bu fotoğrafa bakmak zorunda değilsin.
        [under10] Bu fotoğraf birini incitebilir ve sana gelmesi senin suçun değil.
        [under13] Bunun sana gelmesi senin suçun değil. Bu fotoğraf, birine zarar veren fotoğrafların listesinde yer alıyor olabilir. Bakmak zorunda değilsin. Lütfen onu saklama ve başkasına gönderme.
        [under16] Bunun sana gelmesi senin suçun değil. Bu fotoğraf, birine zarar verdiği için paylaşılmaması gereken fotoğrafların listesinde yer alıyor olabilir. Lütfen başkasına gönderme. Fotoğraftaki sensen, kaldırılması için yardım alabilirsin.
        [adult] Bunun size gelmesi sizin suçunuz değil. Bu fotoğraf, içindeki kişiye zarar veren fotoğrafların listesinde yer alıyor olabilir. Lütfen başkasına göndermeyin; bildirebilirsiniz. Fotoğraftaki sizseniz, kaldırılmasına yardım eden ücretsiz hizmetler var.
       *[under18] Bunun sana gelmesi senin suçun değil. Bu fotoğraf, içindeki kişiye zarar veren fotoğrafların listesinde yer alıyor olabilir. Lütfen başkasına gönderme; bildirebilirsin. Fotoğraftaki sensen, kaldırılmasına yardım eden ücretsiz hizmetler var.
    }
    .title =
        { $age ->
            [under6] Bakmak zorunda değilsin
            [under10] Bakmak zorunda değilsin
           *[under18] Bu fotoğraf paylaşılmamalı
        }
    .step =
        { $age ->
            [under6] Şimdi bir büyüğüne anlat.
            [under10] Buna bakmayı bırak ve güvendiğin bir büyüğüne anlat.
            [under13] Açma ve güvendiğin bir yetişkine bunun geldiğini söyle.
            [under16] Güvendiğin bir yetişkine şöyle de: “Bana uygunsuz bir fotoğraf gönderildi.”
            [adult] Başkasına göndermeyin. Bildirin ya da güvendiğiniz birinden yardım isteyin.
           *[under18] Başkasına gönderme. Bildir ya da güvendiğin bir yetişkinden yardım iste.
        }

notice-sensitive_image =
    { $age ->
        [under6] Sen yanlış bir şey yapmadın ve bu fotoğrafa bakmak zorunda değilsin.
        [under10] Bu fotoğrafta özel bir şey olabilir ve sana gelmesi senin suçun değil.
        [under13] Bunun sana gelmesi senin suçun değil. Fotoğrafta, mayonun örttüğü yerler gibi özel bir şey olabilir. Bakmak zorunda değilsin ve kimse senden böyle bir fotoğraf isteyemez.
        [under16] Bunun sana gelmesi senin suçun değil. Mahrem bir fotoğraf olabilir. Önce evet demiş olsan bile bakmak, yanıt vermek ya da karşılığında fotoğraf göndermek zorunda değilsin. Tanıdığın birini gösteriyorsa lütfen başkasına gönderme.
        [adult] Bunun size gelmesi sizin suçunuz değil. Mahrem bir fotoğraf olabilir; program yanılıyor da olabilir. Önce evet demiş olsanız bile bakmak, yanıt vermek ya da karşılığında fotoğraf göndermek zorunda değilsiniz. İstemiyorsanız engelleyip şikâyet edebilirsiniz.
       *[under18] Bunun sana gelmesi senin suçun değil. Mahrem bir fotoğraf olabilir; program yanılıyor da olabilir. Önce evet demiş olsan bile bakmak, yanıt vermek ya da karşılığında fotoğraf göndermek zorunda değilsin. İstemiyorsan engelleyip şikâyet edebilirsin.
    }
    .title =
        { $age ->
            [under6] Bakmak zorunda değilsin
            [under10] Bakmak zorunda değilsin
           *[under18] Bu fotoğraf özel olabilir
        }
    .step =
        { $age ->
            [under6] Bunu bir büyüğüne göster.
            [under10] Buna bakmayı bırak ve güvendiğin bir büyüğüne anlat.
            [under13] Bunu açma ve güvendiğin bir yetişkine anlat.
            [under16] Açma ve bir yetişkine şöyle de: “Bana istemediğim bir fotoğraf gönderildi.”
            [adult] İstemiyorsanız açmayın ve göndereni engelleyin.
           *[under18] İstemiyorsan açma ve göndereni engelle.
        }

## Bir şey göndermek üzere olan çocuğa söylenen
# Yasak değil, mola: karar çocuğun.

sending-personal_info =
    { $age ->
        [under6] Bu seninle ya da evinle ilgili, önce bir büyüğüne sor.
        [under10] Bu, nerede oturduğunu ya da hangi okula gittiğini söyleyebilir, önce bir büyüğüne sor.
        [under13] Bu, kim olduğunu ya da nerede bulunabileceğini ele verebilir. İnternette bazı insanlar söyledikleri kişi değildir. Hâlâ göndermemeye karar verebilirsin ve gerçek bir arkadaş bunu anlar.
        [under16] Bu, nerede bulunabileceğini ele verebilir: adres, okul, numara. Bu kişiyi gerçek hayatta tanıyor musun, buna ihtiyacı var mı? Biri baskı yapıyorsa, önce evet demiş olsan bile hayır diyebilirsin. Karar senin.
        [adult] Bu; adres, okul, numara ya da sizinle ilgili başka bir bilgiye benziyor. Kime gideceğini ve ne için gerektiğini düşünün. Kimsenin güven kanıtı olarak buna ihtiyacı yoktur. Karar sizin.
       *[under18] Bu; adres, okul, numara ya da seninle ilgili başka bir bilgiye benziyor. Kime gideceğini ve ne için gerektiğini düşün. Kimsenin güven kanıtı olarak buna ihtiyacı yok. Karar senin.
    }
    .title =
        { $age ->
            [under6] Biraz bekle
            [under10] Biraz bekle
           *[under18] Göndermeden önce kısa bir mola
        }
    .step =
        { $age ->
            [under6] Önce bir büyüğüne sor.
            [under10] Önce güvendiğin bir büyüğüne sor.
            [under13] Göndermeden önce güvendiğin bir yetişkine sor.
            [adult] Bilmesi gerekmeyen şeyleri çıkarın ya da göndermeyin.
           *[under18] Bilmesi gerekmeyen şeyleri çıkar ya da gönderme.
        }

sending-sensitive_image =
    { $age ->
        [under6] Bu fotoğraf özel olabilir, önce bir büyüğüne sor.
        [under10] Bu fotoğrafta özel bir şey olabilir ve onu kimseye göndermek zorunda değilsin.
        [under13] Bu fotoğrafı göndermek zorunda değilsin. Görünen yeri mayo örter miydi? Biri seni zorluyor mu? Ailen buna tamam der miydi? Bir yanıt seni tedirgin ediyorsa burada dur. Biri bunu istiyorsa bu senin suçun değil.
        [under16] Kimse böyle bir fotoğraf göndermek zorunda değil; sevdiğine de, önce evet dedikten sonra da. Biri seni zorluyor mu? Başkaları görse senin için sorun olmaz mıydı? Fotoğraftaki başkasıysa, onu paylaşmak sana düşmez. Karar senin.
        [adult] Bu mahrem bir fotoğraf olabilir. Bunu kimseye borçlu değilsiniz ve evet sonradan hayır olabilir. Biri sizi zorluyor mu? Başkaları görse sizin için sorun olmaz mıydı? Fotoğraftaki başkasıysa, onu paylaşmak size düşmez. Karar sizin.
       *[under18] Bu mahrem bir fotoğraf olabilir. Bunu kimseye borçlu değilsin ve evet sonradan hayır olabilir. Biri seni zorluyor mu? Başkaları görse senin için sorun olmaz mıydı? Fotoğraftaki başkasıysa, onu paylaşmak sana düşmez. Karar senin.
    }
    .title =
        { $age ->
            [under6] Biraz bekle
            [under10] Biraz bekle
           *[under18] Göndermeden önce kısa bir mola
        }
    .step =
        { $age ->
            [under6] Önce bir büyüğüne sor.
            [under10] Burada dur; bunu isteyen biri varsa güvendiğin bir büyüğüne anlat.
            [under13] Burada dur; bunu isteyen biri varsa güvendiğin bir yetişkine anlat.
            [under16] Biri seni zorluyorsa şöyle de: “Ben böyle bir şey göndermem.” Neden söylemen gerekmiyor.
            [adult] Emin değilseniz göndermeyin. “Hayır” için neden gerekmez.
           *[under18] Emin değilsen gönderme. “Hayır” için neden gerekmez.
        }

sending-known_image =
    { $age ->
        [under6] Bu fotoğraf birini üzebilir, lütfen önce bir büyüğüne sor.
        [under10] Bu fotoğraf birini incitebilir, bir büyüğün sana yardım edebilir.
        [under13] Belki bilmiyordun: bu fotoğraf, birine zarar veren fotoğrafların listesinde yer alıyor olabilir. Başkasına göndermek o kişiyi yeniden incitebilir. Biri göndermeni istiyorsa bu senin suçun değil.
        [under16] Belki bilmiyordun: bu fotoğraf, birine zarar veren fotoğrafların listesinde yer alıyor olabilir. Başkasına göndermek o kişiyi yeniden incitebilir. Biri seni zorluyorsa bu senin suçun değil. Fotoğraftaki sensen, kaldırılması için yardım alabilirsin.
        [adult] Belki bilmiyordunuz: bu fotoğraf, içindeki kişiye zarar veren fotoğrafların listesinde yer alıyor olabilir. Başkasına göndermek o kişiyi yeniden incitebilir. Fotoğraftaki sizseniz bu sizin suçunuz değil ve kaldırılmasına yardım eden ücretsiz hizmetler var.
       *[under18] Belki bilmiyordun: bu fotoğraf, içindeki kişiye zarar veren fotoğrafların listesinde yer alıyor olabilir. Başkasına göndermek o kişiyi yeniden incitebilir. Fotoğraftaki sensen bu senin suçun değil ve kaldırılmasına yardım eden ücretsiz hizmetler var.
    }
    .title =
        { $age ->
            [under6] Biraz bekle
            [under10] Biraz bekle
           *[under18] Göndermeden önce kısa bir mola
        }
    .step =
        { $age ->
            [under6] Önce bir büyüğüne sor.
            [under10] Gönderme ve güvendiğin bir büyüğüne anlat.
            [under13] Başkasına gönderme. Sana nasıl geldiğini güvendiğin bir yetişkine anlat.
            [under16] Gönderme ve bir yetişkine şöyle de: “Bende uygunsuz bir fotoğraf var.”
            [adult] Göndermeyin; ne yapabileceğinizi güvendiğiniz birine ya da bir yardım hattına sorun.
           *[under18] Gönderme; ne yapabileceğini güvendiğin bir yetişkine ya da bir yardım hattına sor.
        }

sending-sexual_content =
    { $age ->
        [under6] Bu mesaj için bir büyüğünden yardım iste.
        [under10] Bu mesaj özel şeylerle ilgili olabilir, önce bir büyüğüne sor.
        [under13] Bu, çok özel şeylerle ilgili görünüyor. Biri böyle yazmanı mı istiyor? Yazmak zorunda değilsin ve biri bunu istiyorsa bu senin suçun değil.
        [under16] Bu cinsel bir mesaj gibi durabilir. Bunu sen mi istiyorsun, yoksa biri senden mi istiyor? Sana değer veren biri baskı yapmaz. Önce evet demiş olsan bile istediğin an durabilirsin. Karar senin.
        [adult] Bu cinsel bir mesaj gibi durabilir. Bunu siz mi istiyorsunuz, kime gideceğini biliyor musunuz, karşınızdaki de istiyor mu? Biri size baskı yapıyorsa bu sizin suçunuz değil. Önce evet demiş olsanız bile istediğiniz an durabilirsiniz. Karar sizin.
       *[under18] Bu cinsel bir mesaj gibi durabilir. Bunu sen mi istiyorsun, kime gideceğini biliyor musun, karşındaki de istiyor mu? Biri sana baskı yapıyorsa bu senin suçun değil. Önce evet demiş olsan bile istediğin an durabilirsin. Karar senin.
    }
    .title =
        { $age ->
            [under6] Biraz bekle
            [under10] Biraz bekle
           *[under18] Göndermeden önce kısa bir mola
        }
    .step =
        { $age ->
            [under6] Bunu bir büyüğüne göster.
            [under10] Bunu güvendiğin bir büyüğüne göster.
            [under13] Burada dur; bunu isteyen biri varsa güvendiğin bir yetişkine anlat.
            [adult] Biraz düşünün. Baskı hissediyorsanız ya da emin değilseniz göndermeyin.
           *[under18] Biraz düşün. Baskı hissediyorsan ya da emin değilsen gönderme.
        }

sending-bullying =
    { $age ->
        [under6] Bu sözler birini üzebilir.
        [under10] Öyle demek istemesen bile bu sözler birini üzebilir.
        [under13] Kızgın olabilirsin, ama böyle sözler gerçekten can yakabilir. Bunun yerine seni neyin üzdüğünü söyleyebilirsin: “Bu hoşuma gitmedi.”
        [under16] Kızgın olabilirsin ya da şaka yapıyor olabilirsin, ama ekranda kimse ne demek istediğini duymaz ve bu gerçekten can yakabilir. Seni neyin rahatsız ettiğini söyle ya da sakinleşene kadar bekle. Önce sana kötü davranıldıysa engelleyip yardım alabilirsin. Karar senin.
        [adult] Bu, istediğinizden daha çok incitebilir: ekranda kimse ses tonunuzu duymaz. Sizi neyin rahatsız ettiğini söyleyebilir ya da sakinleşince geri dönebilirsiniz. Önce size kötü davranıldıysa engelleyip yardım alabilirsiniz. Karar sizin.
       *[under18] Bu, istediğinden daha çok incitebilir: ekranda kimse ses tonunu duymaz. Seni neyin rahatsız ettiğini söyleyebilir ya da sakinleşince geri dönebilirsin. Önce sana kötü davranıldıysa engelleyip yardım alabilirsin. Karar senin.
    }
    .title =
        { $age ->
            [under6] Biraz bekle
            [under10] Biraz bekle
           *[under18] Göndermeden önce kısa bir mola
        }
    .step =
        { $age ->
            [under6] Bunu güzel sözlerle söyle.
            [under10] Bunu daha güzel sözlerle söylemeyi dene.
            [under13] Derin bir nefes al ve bunu daha nazik söylemeyi dene.
            [adult] Bir nefes alın, sonra karşınızdakinin anlamasını istediğiniz şeyi yazın.
           *[under18] Bir nefes al, sonra karşındakinin anlamasını istediğin şeyi yaz.
        }

# Birine anlatmak iyidir: asla alıkoyma.
sending-self_harm =
    { $age ->
        [under6] Ne hissettiğini söylemen çok iyi: yalnız değilsin.
        [under10] Ne hissettiğini söylemen çok iyi: bu senin suçun değil ve yalnız değilsin.
        [under13] Ne hissettiğini söylemen çok iyi. Bu senin suçun değil ve yalnız değilsin. Çocuk yardım hattındaki insanlar her gün böyle duyguları dinler. Şu anda güvende değilsen acil yardım numarasını ara.
        [under16] Bunu birine anlatman iyi ve bu senin suçun değil. Bunu gönderebilirsin. Yardım hattında da biri seni yargılamadan dinler. Şu anda güvende değilsen acil yardım numarasını ara.
        [adult] Bunu birine anlatmanız iyi ve bu sizin suçunuz değil. Bunu gönderebilirsiniz. Yardım hattında da biri yargılamadan dinler, bir doktor da yardım edebilir. Şu anda güvende değilseniz acil yardım numarasını arayın.
       *[under18] Bunu birine anlatman iyi ve bu senin suçun değil. Bunu gönderebilirsin. Yardım hattında da biri yargılamadan dinler, bir doktor da yardım edebilir. Şu anda güvende değilsen acil yardım numarasını ara.
    }
    .title =
        { $age ->
            [adult] Yalnız değilsiniz
           *[under18] Yalnız değilsin
        }
    .step =
        { $age ->
            [under6] Şimdi bir büyüğünün yanına git ve ne hissettiğini söyle.
            [under10] Şimdi güvendiğin bir büyüğünün yanına git ve ne hissettiğini söyle.
            [under13] Şimdi bir çocuk yardım hattını ara ya da oraya yaz, sonra güvendiğin bir yetişkine anlat.
            [under16] Şimdi bir yardım hattına ulaş, sonra bir yetişkine şöyle de: “İyi değilim. Lütfen beni dinle.”
            [adult] Şimdi bir yardım hattına ulaşın, sonra güvendiğiniz birine ya da bir doktora anlatın.
           *[under18] Şimdi bir yardım hattına ulaş, sonra güvendiğin bir yetişkine ya da bir doktora anlat.
        }

## Kendi mesajı işaretlenen kişiye söylenen
# Seçim yoksa gençlere göre: yasa yok, biriyle konuş. Kimseye ad takılmaz, yapılmayan şeyle tehdit edilmez.

deterrence-grooming =
    { $age ->
        [adult] Bir çocuktan sır, özel fotoğraf ya da buluşma istemek suç olabilir ve razı görünse bile çocuğa zarar verir. Şimdi durabilirsiniz. Bir şey olmadan önce de sonra da durmak için ücretsiz ve anonim yardım var.
        [unknown] 18 yaşından küçük birinden sır, özel fotoğraf ya da buluşma istemek yasalara aykırı olabilir ve razı görünse bile ona zarar verir. Burada durabilirsiniz. Durmak için ücretsiz ve anonim yardım var.
        [under6] Bu mesaj birini üzebilir.
        [under10] Bu mesaj birini korkutabilir, bir büyüğün sana yardım edebilir.
       *[under18] Birine sır, fotoğraf ya da buluşma için baskı yapmak, evet dese bile onu incitebilir. Ona zaman tanı, hayır diyebilsin. Emin değilsen ya da bunu sana biri yaptırıyorsa yardım alabilirsin.
    }
    .title =
        { $age ->
            [adult] Burada durun: bu bir çocuğa zarar verebilir
            [unknown] Kısa bir mola: bu zarar verebilir
           *[under18] Biraz bekle
        }
    .step =
        { $age ->
            [adult] Başka bir şey göndermeyin; ücretsiz ve anonim bir yardım hattına ulaşın.
            [unknown] Başka bir şey göndermeyin ve hangi yardımların olduğuna bakın.
            [under6] Bunu bir büyüğüne göster.
            [under10] Bunu güvendiğin bir büyüğüne göster.
           *[under18] Burada dur ve güvendiğin biriyle konuş.
        }

deterrence-sextortion =
    { $age ->
        [adult] Birini fotoğraflarla tehdit etmek çoğu ülkede suçtur ve en çok da bir çocuğa derin zarar verir. Şimdiye kadar ne olmuş olursa olsun şimdi durabilirsiniz. Durmak için ücretsiz ve anonim yardım var.
        [unknown] Birini fotoğraflarla tehdit etmek çoğu ülkede yasalara aykırıdır ve en çok da 18 yaşından küçük birine derin zarar verir. Şimdi durabilirsiniz. Durmak için ücretsiz ve anonim yardım var.
        [under6] Bu mesaj birini korkutabilir.
        [under10] Bu mesaj birini korkutabilir, bir büyüğün sana yardım edebilir.
       *[under18] Böyle bir tehdit birini çok korkutabilir ve şimdi durman ona gerçekten iyi gelir. Bunu sana biri yaptırıyorsa ya da işin içinden nasıl çıkacağını bilmiyorsan sen de yardım alabilirsin.
    }
    .title =
        { $age ->
            [adult] Burada durun: bu derin zarar verir
            [unknown] Burada durun: bu derin zarar verir
           *[under18] Biraz bekle
        }
    .step =
        { $age ->
            [adult] Başka bir şey göndermeyin; ücretsiz ve anonim bir yardım hattına ulaşın.
            [unknown] Başka bir şey göndermeyin ve hangi yardımların olduğuna bakın.
            [under6] Bunu bir büyüğüne göster.
            [under10] Bunu güvendiğin bir büyüğüne göster.
           *[under18] Burada dur; güvendiğin bir yetişkinle ya da bir yardım hattıyla konuş.
        }

deterrence-coercion =
    { $age ->
        [adult] Birini kendine zarar vermeye zorlamak suç olabilir ve bir çocuğu tehlikeye atabilir. Şimdiye kadar ne olmuş olursa olsun şimdi durabilirsiniz. Durmak için ücretsiz ve anonim yardım var.
        [unknown] Birini kendine zarar vermeye zorlamak yasalara aykırı olabilir ve bir çocuğu tehlikeye atabilir. Şimdi durabilirsiniz. Durmak için ücretsiz ve anonim yardım var.
        [under6] Bu mesaj yüzünden birinin canı yanabilir.
        [under10] Bu mesaj yüzünden birinin canı yanabilir, bir büyüğün sana yardım edebilir.
       *[under18] Böyle sözler, şaka ya da meydan okuma olsa bile birini tehlikeye atabilir ve şimdi durman ona gerçekten iyi gelir. Onun için kaygılanıyorsan ya da bunu sana biri yaptırıyorsa yardım alabilirsin.
    }
    .title =
        { $age ->
            [adult] Burada durun: biri zarar görebilir
            [unknown] Burada durun: biri zarar görebilir
           *[under18] Biraz bekle
        }
    .step =
        { $age ->
            [adult] Başka bir şey göndermeyin; ücretsiz ve anonim bir yardım hattına ulaşın.
            [unknown] Başka bir şey göndermeyin ve hangi yardımların olduğuna bakın.
            [under6] Bunu bir büyüğüne göster.
            [under10] Bunu güvendiğin bir büyüğüne göster.
           *[under18] Burada dur; güvendiğin bir yetişkinle ya da bir yardım hattıyla konuş.
        }

deterrence-sexual_content =
    { $age ->
        [adult] Bir çocuğa cinsel mesaj göndermek çoğu ülkede yasa dışıdır ve yanıt verse bile çocuğa zarar verir. Şimdi durabilirsiniz. Bir şey olmadan önce de sonra da durmak için ücretsiz ve anonim yardım var.
        [unknown] 18 yaşından küçük birine cinsel mesaj göndermek yasalara aykırı olabilir ve yanıt verse bile ona zarar verir. Burada durabilirsiniz. Durmak için ücretsiz ve anonim yardım var.
        [under6] Bu mesaj birini üzebilir.
        [under10] Bu mesaj birine kendini kötü hissettirebilir, bir büyüğün sana yardım edebilir.
       *[under18] Herkes böyle bir mesaj almak istemez ve bu baskı gibi gelebilir. Karşındakinin bunu isteyip istemediğini düşün, hayır diyebilmesine yer bırak. Emin değilsen konuşmak iyi gelir.
    }
    .title =
        { $age ->
            [adult] Burada durun: bu bir çocuğa zarar verebilir
            [unknown] Kısa bir mola: bu zarar verebilir
           *[under18] Biraz bekle
        }
    .step =
        { $age ->
            [adult] Başka bir şey göndermeyin; ücretsiz ve anonim bir yardım hattına ulaşın.
            [unknown] Başka bir şey göndermeyin ve hangi yardımların olduğuna bakın.
            [under6] Bunu bir büyüğüne göster.
            [under10] Bunu güvendiğin bir büyüğüne göster.
           *[under18] Burada dur ve güvendiğin biriyle konuş.
        }

deterrence-bullying =
    { $age ->
        [adult] Bir çocuğu tehdit etmek ya da ısrarla rahatsız etmek yasa dışı olabilir ve çocuğa zarar verir. Şimdi durabilir, sakinleşince geri dönebilirsiniz. Durmak zor geliyorsa ücretsiz ve anonim yardım var.
        [unknown] Birini tehdit etmek ya da ısrarla rahatsız etmek yasalara aykırı olabilir ve en çok da 18 yaşından küçük birine zarar verir. Burada durabilirsiniz. Durmak zor geliyorsa ücretsiz ve anonim yardım var.
        [under6] Bu sözler birini üzebilir.
        [under10] Öyle demek istemesen bile bu sözler birini üzebilir.
       *[under18] Böyle sözler şaka olsa bile gerçekten can yakabilir. Kızgın olabilirsin: seni neyin rahatsız ettiğini incitmeden de söyleyebilirsin. Aranızda bir sorun varsa biriyle konuşmak iyi gelir.
    }
    .title =
        { $age ->
            [adult] Kısa bir mola: bu birini incitebilir
            [unknown] Kısa bir mola: bu birini incitebilir
           *[under18] Biraz bekle
        }
    .step =
        { $age ->
            [adult] Burada durun ve yeniden yazmadan önce kendinize zaman tanıyın.
            [unknown] Burada durun ve yeniden yazmadan önce biraz bekleyin.
            [under6] Bunu güzel sözlerle söyle.
            [under10] Bunu daha güzel sözlerle söylemeyi dene.
           *[under18] Bir nefes al ve bunu başka türlü söyle ya da hiç söyleme.
        }

deterrence-sensitive_image =
    { $age ->
        [adult] Bu fotoğraf cinsel içerikli olabilir. Böyle bir fotoğrafı bir çocuğa göndermek ya da bir çocuğun böyle bir fotoğrafını göndermek çoğu ülkede yasa dışıdır ve çocuğa zarar verir. Şimdi durabilirsiniz. Durmak için ücretsiz ve anonim yardım var.
        [unknown] Bu fotoğraf cinsel içerikli olabilir. 18 yaşından küçük birine böyle bir fotoğraf ya da onun böyle bir fotoğrafını göndermek yasalara aykırı olabilir ve ona zarar verir. Burada durabilirsiniz. Durmak için ücretsiz ve anonim yardım var.
        [under6] Bu fotoğraf özel olabilir.
        [under10] Bu fotoğraf özel olabilir, bir büyüğün sana yardım edebilir.
       *[under18] Bu mahrem bir fotoğraf olabilir. Herkes böyle bir fotoğraf almak istemez ve fotoğraftaki başkasıysa, onu paylaşmak sana düşmez. Biri göndermen için seni zorluyorsa bu senin suçun değil.
    }
    .title =
        { $age ->
            [adult] Burada durun: bu bir çocuğa zarar verebilir
            [unknown] Kısa bir mola: bu zarar verebilir
           *[under18] Biraz bekle
        }
    .step =
        { $age ->
            [adult] Başka bir şey göndermeyin; ücretsiz ve anonim bir yardım hattına ulaşın.
            [unknown] Başka bir şey göndermeyin ve hangi yardımların olduğuna bakın.
            [under6] Bunu bir büyüğüne göster.
            [under10] Bunu güvendiğin bir büyüğüne göster.
           *[under18] Burada dur ve güvendiğin biriyle konuş.
        }

deterrence-known_image =
    { $age ->
        [adult] Bu fotoğraf, zararlı olduğu bilinen fotoğrafların listesinde yer alıyor olabilir. Çocukların cinsel fotoğraflarını bulundurmak ya da paylaşmak çoğu ülkede yasa dışıdır ve her paylaşım gerçek bir çocuğa yeniden zarar verir. Durmak için ücretsiz ve anonim yardım var.
        [unknown] Bu fotoğraf, zararlı olduğu bilinen fotoğrafların listesinde yer alıyor olabilir. Böyle fotoğrafları paylaşmak yasalara aykırı olabilir; bir çocuğu gösteriyorlarsa her paylaşım o çocuğa yeniden zarar verir. Durmak için ücretsiz ve anonim yardım var.
        [under6] Bu fotoğraf birini üzebilir.
        [under10] Bu fotoğraf birini incitebilir, bir büyüğün sana yardım edebilir.
       *[under18] Belki bilmiyordun: bu fotoğraf, birine zarar veren fotoğrafların listesinde yer alıyor olabilir. Başkasına göndermek o kişiyi yeniden incitebilir. Bu seni kaygılandırıyorsa ya da bunu sana biri yaptırıyorsa yardım alabilirsin.
    }
    .title =
        { $age ->
            [adult] Burada durun: bu bir çocuğa zarar verebilir
            [unknown] Burada durun: bu zarar verebilir
           *[under18] Biraz bekle
        }
    .step =
        { $age ->
            [adult] Başka bir şey göndermeyin; ücretsiz ve anonim bir yardım hattına ulaşın.
            [unknown] Başka bir şey göndermeyin ve hangi yardımların olduğuna bakın.
            [under6] Şimdi bir büyüğüne anlat.
            [under10] Şimdi güvendiğin bir büyüğüne anlat.
           *[under18] Burada dur; güvendiğin bir yetişkinle ya da bir yardım hattıyla konuş.
        }

## Ebeveyne söylenen; $age çocuğun yaşıdır
# Ne tür yardım gerektiği; asla bir söz, asla bir ad. Nefes al, dinle, teşekkür et, inan.

guardian-grooming = Biri, çocuğunuzu kullanmak için güvenini kazanmaya çalışıyor olabilir; zararsız da olabilir. Önce bir nefes alın. Dinleyin, anlattığı için teşekkür edin, ona inanın. İşe ceza vererek ya da telefonu alarak başlamayın. Mesajları saklayın; o kişiyle iletişime geçmeyin.
    .title = Çocuğunuzun biriyle ilgili yardıma ihtiyacı olabilir
    .step =
        { $age ->
            [under6] Çocuğunuzun yanına oturun ve sorun: “Orada seninle kim konuşuyor?”
            [under10] Birlikte oturun ve sorun: “Kiminle konuşuyorsun, sana nasıl hissettiriyor?”
            [under13] Sakin bir anda sorun: “İnternette biri senden hiç sır saklamanı istedi mi?”
           *[under18] Sakin bir anda nasıl yardım edebileceğinizi sorun ve sonraki adımı birlikte kararlaştırın.
        }

guardian-sextortion = Çocuğunuza, belki fotoğraflarla, şantaj yapılıyor olabilir. Bu çocuğunuzun suçu değil. Önce bir nefes alın. Dinleyin, teşekkür edin, inanın; ceza vermeyin. Para ödemeyin, o kişiyle iletişime geçmeyin, fotoğrafları başkasına göndermeyin. Kanıtları saklayın ve birlikte bildirin.
    .title = Çocuğunuzun şantaja karşı yardıma ihtiyacı olabilir
    .step =
        { $age ->
            [under6] Şimdi çocuğunuzun yanına gidin ve deyin ki: “Yanlış bir şey yapmadın. Sana yardım edeceğim.”
            [under10] Şimdi çocuğunuzun yanına gidin ve deyin ki: “Yanlış bir şey yapmadın. Sana yardım edeceğim.”
           *[under18] Şimdi çocuğunuzun yanına gidin ve deyin ki: “Bu senin suçun değil. Birlikte çözeceğiz.”
        }

guardian-sexual_content =
    { $age ->
        [under6] Cihazda çocuklara göre olmayan bir şey çıkmış olabilir. Önce bir nefes alın: çocuğunuz yanlış bir şey yapmadı. Sakin ve yakın durun, dinleyin, anlattığı için teşekkür edin. Ceza vermeyin ve hiçbir şeyi başkasına göndermeyin.
        [under10] Cihazda çocuklara göre olmayan bir şey çıkmış olabilir. Önce bir nefes alın: çocuğunuz yanlış bir şey yapmadı. Sakin ve yakın durun, dinleyin, anlattığı için teşekkür edin. Ceza vermeyin ve hiçbir şeyi başkasına göndermeyin.
       *[under18] Cinsel mesajlar ya da içerikler çıkmış olabilir; çocuğunuz bunları istememiş olabilir. Önce bir nefes alın. Dinleyin, teşekkür edin, inanın. İşe ceza vererek ya da telefonu alarak başlamayın. Biri baskı yaptıysa mesajları saklayın; o kişiyle iletişime geçmeyin.
    }
    .title = Çocuğunuzla içerikler üzerine konuşmak gerekebilir
    .step =
        { $age ->
            [under6] Yumuşak bir sesle sorun: “Sana tuhaf gelen bir şey gördün mü?”
            [under10] Yumuşak bir sesle sorun: “Sana tuhaf gelen bir şey gördün mü?”
           *[under18] Sakin bir anda sorun: “Sana istemediğin şeyler gönderen biri var mı?”
        }

guardian-bullying = Çocuğunuz bu aralar kırıcı mesajlar alıyor olabilir. Önce bir nefes alın. Dinleyin, anlattığı için teşekkür edin, ona inanın. Onun yerine yanıt vermeyin ve telefonunu almayın: bu, arkadaşlarıyla bağını da koparır. Mesajları kanıt olarak saklayın.
    .title = Çocuğunuzun zorbalığa karşı yardıma ihtiyacı olabilir
    .step =
        { $age ->
            [under6] Yumuşak bir sesle sorun: “Biri sana kötü davrandı mı?”
            [under10] Yumuşak bir sesle sorun: “Biri sana kötü davrandı mı?”
           *[under18] Başkalarıyla arasının nasıl olduğunu sorun ve sonraki adımı birlikte kararlaştırın.
        }

guardian-self_harm =
    { $age ->
        [under6] Çocuğunuz çok üzgün ya da korkmuş olabilir. Önce bir nefes alın, sonra yanında olun. Düzeltmeden dinleyin ve anlattığı için teşekkür edin. Bugün bir yardım hattını ya da bir doktoru arayın. Çocuğunuz şu anda güvende değilse acil yardım numarasını arayın.
        [under10] Çocuğunuz çok üzgün ya da korkmuş olabilir. Önce bir nefes alın, sonra yanında olun. Düzeltmeden dinleyin ve anlattığı için teşekkür edin. Bugün bir yardım hattını ya da bir doktoru arayın. Çocuğunuz şu anda güvende değilse acil yardım numarasını arayın.
       *[under18] Çocuğunuz çok zorlanıyor olabilir. Önce bir nefes alın, sonra yanında olun. Yargılamadan dinleyin, anlattığı için teşekkür edin, ona inanın. Bugün bir yardım hattını ya da bir doktoru arayın. Çocuğunuz şu anda güvende değilse acil yardım numarasını arayın.
    }
    .title = Çocuğunuz çok zorlanıyor olabilir
    .step =
        { $age ->
            [under6] Şimdi çocuğunuzun yanına gidin ve yanında kalın.
            [under10] Şimdi çocuğunuzun yanına gidin ve deyin ki: “Yanındayım. Bana her şeyi anlatabilirsin.”
           *[under18] Şimdi çocuğunuzun yanına gidin ve deyin ki: “Yanındayım. Bunu tek başına taşımak zorunda değilsin.”
        }

guardian-coercion = Biri çocuğunuzu kendine ya da başkalarına zarar vermeye zorluyor olabilir. Bu çocuğunuzun suçu değil. Önce bir nefes alın. Yanında olun, dinleyin, teşekkür edin, inanın; ceza vermeyin. Mesajları saklayın, o kişiyle iletişime geçmeyin. Şu anda tehlike varsa acil yardım numarasını arayın.
    .title = Çocuğunuz baskı altında olabilir
    .step =
        { $age ->
            [under6] Şimdi çocuğunuzun yanına gidin ve yanında kalın.
            [under10] Şimdi çocuğunuzun yanına gidin ve deyin ki: “Kimse sana bunu yaptıramaz. Yanındayım.”
           *[under18] Şimdi çocuğunuzun yanına gidin ve deyin ki: “Bunu yapmak zorunda değilsin. Senin tarafındayım.”
        }

guardian-personal_info = Çocuğunuz nerede oturduğunu, okuduğunu ya da ona nasıl ulaşılacağını paylaşmak üzere olabilir. Bu çoğu zaman zararsızdır. Önce bir nefes alın, dinleyin, anlattığı için teşekkür edin. İşe ceza vererek başlamayın. Biri baskı yaptıysa mesajları saklayın; o kişiyle iletişime geçmeyin.
    .title = Çocuğunuzun gizlilik konusunda yardıma ihtiyacı olabilir
    .step =
        { $age ->
            [under6] Çocuğunuzla anlaşın: “Nerede oturduğumuzu söylemeden önce bana soruyorsun.”
            [under10] Çocuğunuzla anlaşın: “Nerede oturduğumuzu söylemeden önce bana soruyorsun.”
           *[under18] Kimin neyi bilebileceğini konuşun ve birlikte kararlaştırın.
        }

guardian-known_image = Cihazda, zararlı fotoğraflar listesinde olabilecek bir fotoğraf çıktı. İstenmeden gelmiş olabilir, eşleşme de yanlış olabilir. Önce bir nefes alın. Dinleyin, teşekkür edin, inanın; ceza vermeyin. Fotoğrafı kopyalamayın, başkasına göndermeyin, gönderenle iletişime geçmeyin.
    .title = Çocuğunuzun bir fotoğraf için yardıma ihtiyacı olabilir
    .step =
        { $age ->
            [under6] Önce çocuğunuzun yanında olun, sonra ne yapacağınızı bir ihbar hattına sorun.
            [under10] Önce çocuğunuzun yanında olun, sonra ne yapacağınızı bir ihbar hattına sorun.
           *[under18] Önce çocuğunuzu dinleyin, sonra birlikte bir ihbar hattına bildirin.
        }

guardian-sensitive_image = Özel ya da mahrem olabilecek bir fotoğraf çıktı; program yanılıyor olabilir. Önce bir nefes alın. Dinleyin, teşekkür edin, inanın. İşe ceza vererek ya da telefonu alarak başlamayın. Fotoğrafı başkasına göndermeyin. Biri baskı yaptıysa mesajları saklayın; o kişiyle iletişime geçmeyin.
    .title = Çocuğunuzun bir fotoğraf için yardıma ihtiyacı olabilir
    .step =
        { $age ->
            [under6] Yumuşak bir sesle sorun: “Sana tuhaf gelen bir fotoğraf gördün mü?”
            [under10] Yumuşak bir sesle sorun: “Bir fotoğraf ya da birinin sorusu sana tuhaf geldi mi?”
           *[under18] Sakin bir anda sorun: “Fotoğraf konusunda sana baskı yapan var mı?”
        }

## Denetlenemeyenler, çocuk için

unchecked-message =
    { $age ->
        [under6] Bu mesaja bakılamadı.
        [under10] Bu mesaj denetlenemedi.
       *[under18] Bu mesaj denetlenemedi. Bu, mesajda bir sorun olduğu anlamına gelmez.
    }
    .step =
        { $age ->
            [under6] Bir büyüğüne söyle, seninle birlikte baksın.
            [under10] Sana tuhaf geliyorsa bir büyüğüne sor.
            [under13] Dikkatli ol; sana tuhaf geliyorsa güvendiğin bir yetişkine sor.
            [adult] Dikkatli olun; içinize sinmiyorsa güvendiğiniz birine sorun.
           *[under18] Dikkatli ol; içine sinmiyorsa güvendiğin birine sor.
        }

unchecked-image =
    { $age ->
        [under6] Bu fotoğrafa bakılamadı.
        [under10] Bu fotoğraf denetlenemedi.
       *[under18] Bu fotoğraf denetlenemedi. Bu, fotoğrafta bir sorun olduğu anlamına gelmez.
    }
    .step =
        { $age ->
            [under6] Bir büyüğüne söyle, önce o baksın.
            [under10] Bir büyüğüne söyle, önce o baksın.
            [under13] Yalnızca ne olduğunu biliyorsan aç ya da güvendiğin bir yetişkine sor.
            [adult] Yalnızca ne olduğunu biliyorsanız açın.
           *[under18] Yalnızca ne olduğunu biliyorsan aç.
        }

unchecked-stream =
    { $age ->
        [under6] Bu videoya bakılamadı.
        [under10] Bu video denetlenemedi.
       *[under18] Bu video denetlenemedi. Bu, videoda bir sorun olduğu anlamına gelmez.
    }
    .step =
        { $age ->
            [under6] Bir büyüğüne söyle, birlikte izleyin.
            [under10] Bir büyüğüne söyle, birlikte izleyin.
            [under13] Yalnızca kendini rahat hissediyorsan izle ya da güvendiğin bir yetişkine sor.
            [adult] Yalnızca kendinizi rahat hissediyorsanız izleyin. İstediğiniz an çıkabilirsiniz.
           *[under18] Yalnızca kendini rahat hissediyorsan izle. İstediğin an çıkabilirsin.
        }

## Çocuğa programın kendisi hakkında söylenen

monitoring-notice =
    { $age ->
        [under6] Bu cihazdaki bir program mesajlara ve fotoğraflara bakar ve yardıma ihtiyacın olduğunu bir büyüğüne söyleyebilir.
        [under10] Bu cihazdaki bir program mesajları ve fotoğrafları denetler; yardıma ihtiyacın olduğunu bir büyüğüne söyleyebilir, ama ne yazdığını söylemez.
        [under13] Bu cihazdaki bir program, seni tuzaklara karşı uyarmak için mesajlara ve fotoğraflara bakar. Hiçbir yetişkin onları bu yolla okumaz. Bir yetişkin, yardıma ihtiyacın olduğunu ve bunun ne tür bir yardım olduğunu öğrenebilir; ne yazıldığını ve kiminle yazıştığını öğrenmez.
        [adult] Bir program mesajları ve fotoğrafları yalnızca bu cihazda denetler. Kimse onları bu yolla okumaz ve baktığı hiçbir şey cihazdan çıkmaz. Başka bir yetişkin, yardıma ihtiyacınız olabileceğini ve türünü öğrenebilir; sözleri ve kiminle yazıştığınızı asla öğrenmez.
       *[under18] Bir program mesajları ve fotoğrafları yalnızca bu cihazda denetler. Hiçbir yetişkin onları bu yolla okumaz ve baktığı hiçbir şey cihazdan çıkmaz. Bir yetişkin, yardıma ihtiyacın olabileceğini ve türünü öğrenebilir; sözleri ve kiminle yazıştığını asla öğrenmez.
    }
    .title =
        { $age ->
            [under6] Bu cihazdaki yardımcı
            [under10] Bu cihazdaki yardımcı
            [under13] Bu cihazdaki yardımcı
           *[under18] Bu cihazda neler denetleniyor
        }

digest-delay =
    { $age ->
        [under6] { $hours } saat sonra bir büyüğün, yardıma ihtiyacın olabileceğini öğrenecek.
        [under10] { $hours } saat sonra bir büyüğün, yardıma ihtiyacın olabileceğini öğrenecek, ama ne yazdığını öğrenmeyecek.
        [adult] { $hours } saat sonra bir yetişkine, yardıma ihtiyacınız olabileceği ve türü bildirilecek; ne yazıldığı ve kiminle yazıştığınız bildirilmeyecek. İsterseniz önce siz onunla ya da güvendiğiniz başka biriyle konuşun.
       *[under18] { $hours } saat sonra bir yetişkine, yardıma ihtiyacın olabileceği ve türü bildirilecek; ne yazıldığı ve kiminle yazıştığın bildirilmeyecek. İstersen önce sen onunla ya da güvendiğin başka biriyle konuş.
    }
    .step =
        { $age ->
            [under6] Şimdi bir büyüğüne anlat.
            [under10] Şimdi güvendiğin bir büyüğüne anlat.
            [adult] Önce siz konuşun, örneğin şöyle: “İnternette bir şey oldu. Anlatabilir miyim?”
           *[under18] Önce sen konuş, örneğin şöyle: “İnternette bir şey oldu. Sana anlatabilir miyim?”
        }

## Ebeveynin özeti

digest-title = Çocuğunuzun size ihtiyaç duyabileceği yerler
digest-none = Size ihtiyaç duyulan bir şey çıkmadı. İnternette neler yaşadığını sormak her zaman iyi bir fikirdir.
digest-private = Burada söz ve ad görmezsiniz. Çocuğunuzun mesajları kendisine kalır ki sizden yardım istemek onun için kolay olsun. Ne tür bir yardıma ihtiyaç olabileceğini öğrenir ve o yardımı önerebilirsiniz.
digest-unchecked =
    { $count ->
        [one] { $count } mesaj ya da fotoğraf denetlenemedi.
       *[other] { $count } mesaj ya da fotoğraf denetlenemedi.
    }

urgency-calm = acele yok
urgency-soon = önümüzdeki günlerde konuşun
urgency-today = bugün konuşun
urgency-now = şimdi çocuğunuzun yanına gidin

frequency-once = bir kez
frequency-several = birkaç kez
frequency-often = sık sık

trend-new = yeni
trend-less = öncekinden az
trend-same = aşağı yukarı önceki gibi
trend-more = öncekinden çok

## Yardım hizmetleri

help-title = Kim yardım edebilir
help-free = ücretsiz
help-unverified = Numara henüz doğrulanmadı: önce web adresine bakılmalı
help-verified = Doğrulandığı tarih: { $date }
help-danger = Şu anda tehlike varsa: acil yardım numarası.
help-hours = Hizmet saatleri

audience-child = Çocuklar ve gençler için yardım
audience-offender_help = Kendi düşünce ya da davranışlarından kaygı duyanlar için yardım
audience-image_removal = Fotoğrafların kaldırılması için yardım
audience-reporting_hotline = Zararlı içeriği bildirme

## Program yanıldığında

contest-offer = Bunda sorun yok
contest-thanks = Geri bildirim için teşekkürler. Programlar hata yapar.
contest-reason-harmless = Zararsız
contest-reason-known_person = Bu kişiyi tanıyorum
contest-reason-wrong_language = Dilimi yanlış anladı
contest-reason-other = Başka bir neden
contest-limit =
    { $age ->
        [under6] Bu böyle kalacak, bir büyüğün seninle birlikte bakabilir.
        [under10] Bu böyle kalacak, güvendiğin bir büyüğün seninle birlikte bakabilir.
        [under13] Bu şimdilik böyle kalacak. Sana yanlış geliyorsa güvendiğin bir yetişkine göster.
        [adult] Bu şimdilik böyle kalacak. Size yanlış geliyorsa güvendiğiniz biriyle konuşun.
       *[under18] Bu şimdilik böyle kalacak. Sana yanlış geliyorsa güvendiğin biriyle konuş.
    }

## Düğmeler

uncover = Göster
cover = Üstünü ört
back = Geri dön
tell_adult =
    { $age ->
        [under6] Büyüğüme anlat
        [under10] Bir büyüğüme anlat
        [adult] Güvendiğim birine anlat
       *[under18] Güvendiğim bir yetişkine anlat
    }
send_anyway = Yine de gönder
do_not_send = Gönderme
