//! Text that is written to be costly, and how its cost grows.

use std::sync::LazyLock;
use std::time::Instant;

/// Name, what is repeated.
pub const TEXTS: [(&str, &str); 12] = [
    ("ordinary words", "see you at practice tomorrow, bring the ball and some water please. "),
    ("ordinary Arabic", "نلتقي غدا في التدريب، لا تنس الكرة والماء من فضلك. "),
    ("no space at all", "seeyouatpractice"),
    ("combining marks", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}"),
    ("nothing but marks", "\u{301}\u{325}\u{489}"),
    ("nested emoji", "👩\u{200d}👩\u{200d}👧\u{200d}👦🏽\u{200d}❤\u{fe0f}\u{200d}🔥"),
    ("letters apart", "a r e y o u h o m e "),
    ("look-alikes", "аrе уоu h0mе аl0nе "),
    ("stretched", "aaaaaaaaaaaaaaaarrrrrrrrrreeeeeeee"),
    ("begun again and again", "are you home are you are you home are "),
    ("indicators", "are you home alone? this is our secret. "),
    ("e-mail and numbers", "a.b@c.de +44 7911 12345 www.x.y/z "),
];

/// At least `size` bytes of a piece.
pub fn of_size(piece: &str, size: usize) -> String {
    piece.repeat(size.div_ceil(piece.len()))
}

/// The exponent of growth (1: twice as long takes twice as long): least squares through the
/// logarithms of sizes and times.
pub fn exponent(points: &[(usize, f64)]) -> f64 {
    let points: Vec<(f64, f64)> =
        points.iter().map(|(size, time)| ((*size as f64).ln(), time.ln())).collect();
    let n = points.len() as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0 / n, sum.1 + at.1 / n));
    let both: f64 = points.iter().map(|at| (at.0 - x) * (at.1 - y)).sum();
    both / points.iter().map(|at| (at.0 - x).powi(2)).sum::<f64>()
}

/// Seconds that this thread was given, whatever else the machine does; where the system does not say,
/// seconds of the clock.
pub fn spent() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    // The kernel adds up what a thread was given when it gives way, and else some times a second.
    std::thread::yield_now();
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let given = stat.and_then(|stat| stat.split(' ').next()?.parse::<f64>().ok());
    given.map_or_else(|| START.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}
