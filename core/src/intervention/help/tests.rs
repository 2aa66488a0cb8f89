use std::collections::BTreeSet;

use super::*;

fn ask<'a>(country: &'a str, audience: HelpAudience, language: &'a str) -> HelpQuery<'a> {
    HelpQuery { country, audience, language, age: None }
}

fn row(extra: &str) -> String {
    format!(
        "schema_version = 1\nversion = \"own\"\n[[services]]\nid = \"xx-child-1\"\ncountry = \"EG\"\n\
         audience = \"child\"\nname = \"Own line\"\nphone = \"12345\"\nlanguages = [\"ar\"]\n\
         source_title = \"own\"\nsource_url = \"https://example.org/\"\n{extra}\n"
    )
}

#[test]
fn embedded_services_hold_and_name_real_countries() {
    let services = HelpServices::embedded().unwrap();
    assert!(services.all().len() > 200);
    for service in services.all() {
        let id = &service.id;
        let known = rust_iso3166::from_alpha2(&service.country).is_some();
        assert!(known || service.country == source::INTERNATIONAL, "{id}: {}", service.country);
        let prefix = format!("{}-{}-", service.country.to_lowercase(), service.audience);
        assert!(id.starts_with(&prefix), "{id} does not begin with {prefix}");
        let languages: BTreeSet<&String> = service.languages.iter().collect();
        assert_eq!(languages.len(), service.languages.len(), "{id}: a language is named twice");
    }
}

#[test]
fn what_is_weak_or_contradicted_is_doubtful_and_never_shown() {
    let services = HelpServices::embedded().unwrap();
    let doubtful = services.all().iter().filter(|service| service.doubtful.is_some());
    assert!(doubtful.count() >= 38);
    let countries: BTreeSet<&String> = services.all().iter().map(|s| &s.country).collect();
    for country in countries {
        for audience in HelpAudience::ALL {
            for service in services.lookup(&ask(country, *audience, "en")) {
                assert_eq!(service.doubtful, None, "{}", service.id);
                assert!(!service.reach().is_empty(), "{}", service.id);
            }
        }
    }
    for (country, audience) in [
        ("LB", HelpAudience::Child),
        ("TR", HelpAudience::Child),
        ("IQ", HelpAudience::Child),
        ("HK", HelpAudience::Child),
        ("TN", HelpAudience::Child),
        ("MX", HelpAudience::Child),
    ] {
        let found = services.lookup(&ask(country, audience, "en"));
        assert!(found.iter().all(|service| service.country == "INT"), "{country}");
    }
}

#[test]
fn the_country_comes_first_and_then_the_language() {
    let services = HelpServices::embedded().unwrap();
    let egypt = services.lookup(&ask("eg", HelpAudience::Child, "ar-EG"));
    assert_eq!(egypt.first().map(|s| s.id.as_str()), Some("eg-child-1"));
    let dutch = services.lookup(&ask("BE", HelpAudience::Child, "nl-BE"));
    assert_eq!(dutch.first().map(|s| s.name.as_str()), Some("Awel"));
    let french = services.lookup(&ask("BE", HelpAudience::Child, "fr"));
    assert_eq!(french.first().map(|s| s.name.as_str()), Some("103 Écoute-Enfants"));
    let removal = services.lookup(&ask("GB", HelpAudience::ImageRemoval, "en"));
    let countries: Vec<&str> = removal.iter().map(|service| service.country.as_str()).collect();
    assert!(countries.starts_with(&["GB"]) && countries.ends_with(&["INT"]), "{countries:?}");
    assert!(countries.is_sorted(), "{countries:?}");
    let nowhere = services.lookup(&ask("ZZ", HelpAudience::OffenderHelp, "fr"));
    assert_eq!(nowhere.first().map(|s| s.id.as_str()), Some("int-offender_help-2"));
}

#[test]
fn children_are_not_sent_to_services_for_adults() {
    let services = HelpServices::embedded().unwrap();
    let names = |age| {
        let query = HelpQuery { age: Some(age), ..ask("GB", HelpAudience::ImageRemoval, "en") };
        services.lookup(&query).iter().map(|service| service.name.clone()).collect::<String>()
    };
    let (teen, adult) = (names(AgeBand::From13To15), names(AgeBand::Adult));
    assert!(teen.contains("Report Remove") && !teen.contains("StopNCII"), "{teen}");
    assert!(!adult.contains("Report Remove") && adult.contains("StopNCII"), "{adult}");
}

#[test]
fn an_unconfirmed_number_comes_behind_the_web_address() {
    let mut services = HelpServices::embedded().unwrap();
    let open = services.to_confirm().len();
    assert_eq!(open, services.all().len());
    assert!(services.to_confirm().first().unwrap().doubtful.is_some());
    let first = |services: &HelpServices| {
        let found = services.lookup(&ask("EG", HelpAudience::Child, "ar"));
        format!("{:?}", found.first().unwrap().reach())
    };
    assert!(first(&services).starts_with("[Web("));
    services.confirm("[confirmed]\neg-child-1 = 2026-11-28\nlb-child-1 = 2026-11-28\n").unwrap();
    assert!(first(&services).starts_with("[Phone("));
    assert_eq!(services.to_confirm().len(), open - 2);
    let lebanon = services.lookup(&ask("LB", HelpAudience::Child, "ar"));
    assert_eq!(lebanon.first().unwrap().verified, Verified::On("2026-11-28".to_owned()));
}

#[test]
fn a_hosts_own_list_extends_or_replaces_ours() {
    let embedded = HelpServices::embedded().unwrap();
    let count =
        |services: &HelpServices| services.lookup(&ask("EG", HelpAudience::Child, "ar")).len();
    let mut extended = embedded.clone();
    extended.extend(&row("verified = 2026-11-01")).unwrap();
    assert_eq!(count(&extended), count(&embedded) + 1);
    let first = extended.lookup(&ask("EG", HelpAudience::Child, "ar"));
    assert_eq!(first.first().unwrap().name, "Own line");
    let mut replaced = embedded.clone();
    replaced.replace(&row("verified = \"never\"")).unwrap();
    assert_eq!(count(&replaced), 1);
    assert_eq!(replaced.lookup(&ask("MA", HelpAudience::Child, "ar")).len(), 1);
    let mut unchanged = embedded.clone();
    assert!(unchanged.extend("schema_version = 2\nversion = \"\"\n").is_err());
    assert!(unchanged.confirm("[confirmed]\neg-child-1 = 2026-11-01\nno-1 = 2026-11-01").is_err());
    assert_eq!(unchanged, embedded);
}

#[test]
fn a_wrong_list_is_refused_with_row_and_field() {
    let good = row("verified = \"never\"");
    assert!(HelpServices::from_toml(&good).is_ok());
    for (right, wrong, message) in [
        ("\"12345\"", "\"call us\"", "row 1 (`xx-child-1`), phone: give digits"),
        ("phone = \"12345\"", "", "phone: give a phone number or a web address"),
        ("\"EG\"", "\"Egypt\"", "country: give two capital letters"),
        ("https://example.org/", "example.org", "source_url: give a whole address"),
        ("https://example.org/", "https://e.org/ and more", "source_url: give a whole address"),
        ("https://example.org/", "https://me@e.org/", "source_url: give a whole address"),
        ("https://example.org/", "ftp://example.org/", "source_url: give a whole address"),
        ("[\"ar\"]", "[\"Arabic\"]", "languages: give ISO 639 codes"),
        ("\"never\"", "\"yesterday\"", "verified: give \"never\", or a day"),
        ("\"never\"", "2026-02-30", "line 12:"),
        ("\"never\"", "2026-11-01\ndoubtful = \"old\"", "doubtful: a row that was confirmed"),
        ("\"never\"", "\"never\"\nsource_date = \"May\"", "source_date: give year, month or day"),
        ("\"Own line\"", "\" \"", "name: it is empty"),
        ("\"child\"", "\"pets\"", "line 6: unknown variant `pets`"),
        ("verified", "checked", "unknown field `checked`"),
        ("schema_version = 1", "schema_version = 7", "schema_version 7 is not supported"),
    ] {
        let error = HelpServices::from_toml(&good.replace(right, wrong)).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
    }
    let (_, second) = good.split_once("[[services]]").unwrap();
    let twice = format!("{good}[[services]]{second}");
    let error = HelpServices::from_toml(&twice).unwrap_err().to_string();
    assert!(error.contains("row 2 (`xx-child-1`), id: another row has it"), "{error}");
}
