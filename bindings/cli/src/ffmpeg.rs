//! Frames of a video file, decoded by ffmpeg in a process of its own.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use himaya::image::Pixels;
use thiserror::Error;

/// Names the program where it is not `ffmpeg` on the path.
const PROGRAM: &str = "HIMAYA_FFMPEG";
/// Longest side of frames; larger ones are scaled down, smaller ones stay.
const SIDE: u32 = 640;
/// Containers that are opened: none that names other files or addresses, as playlists do.
const CONTAINERS: &str = "mov,matroska,avi,mpeg,mpegts,mpegvideo,ogg,asf,flv";
/// For how long ffmpeg may work on one frame.
const PATIENCE: Duration = Duration::from_secs(60);
/// For how long it may go on once it said all.
const FAREWELL: Duration = Duration::from_secs(5);
/// Bytes of its complaints that are kept.
const COMPLAINTS: u64 = 4096;

/// Why a video cannot be read.
#[derive(Debug, Error)]
pub enum VideoError {
    #[error(
        "videos need ffmpeg, which was not found; install it (ffmpeg.org) or name the program in {PROGRAM}"
    )]
    Missing,
    #[error("ffmpeg cannot be started: {0}")]
    Start(io::Error),
    #[error("ffmpeg cannot read it: {0}")]
    Refused(String),
    #[error("ffmpeg took more than {} s over one frame", PATIENCE.as_secs())]
    Stalled,
    #[error("ffmpeg gave something other than frames")]
    Output,
    #[error("there is no picture in it")]
    Empty,
}

/// A running ffmpeg. It is stopped when this is dropped.
pub struct Frames {
    child: Arc<Mutex<Child>>,
    out: BufReader<ChildStdout>,
    complaints: Option<JoinHandle<String>>,
    /// Odd while a frame is waited for.
    turns: Arc<AtomicU64>,
    watch: Option<JoinHandle<bool>>,
    buffer: Vec<u8>,
}

/// The value of `turns` once nobody waits any more.
const OVER: u64 = u64::MAX - 1;

impl Frames {
    /// Starts on a file: `per_second` frames a second, of the first `seconds`.
    pub fn of(path: &Path, per_second: u32, seconds: u32) -> Result<Self, VideoError> {
        let program = env::var_os(PROGRAM).filter(|name| !name.is_empty());
        let program = program.unwrap_or_else(|| "ffmpeg".into());
        Self::start(&program, &arguments(path, per_second, seconds), PATIENCE)
    }

    fn start(
        program: &OsStr,
        arguments: &[OsString],
        patience: Duration,
    ) -> Result<Self, VideoError> {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => VideoError::Missing,
                _ => VideoError::Start(error),
            })?;
        let (out, complaints) = (child.stdout.take(), child.stderr.take());
        let child = Arc::new(Mutex::new(child));
        let (Some(out), Some(complaints)) = (out, complaints) else {
            return Err(VideoError::Output);
        };
        let turns = Arc::new(AtomicU64::new(0));
        Ok(Self {
            out: BufReader::with_capacity(1 << 16, out),
            complaints: Some(thread::spawn(move || first_line(complaints))),
            watch: Some({
                let (child, turns) = (Arc::clone(&child), Arc::clone(&turns));
                thread::spawn(move || watch(&child, &turns, patience))
            }),
            child,
            turns,
            buffer: Vec::new(),
        })
    }

    /// The next frame, whose memory the one after it uses again; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Pixels<'_>>, VideoError> {
        self.turns.fetch_add(1, Ordering::Relaxed);
        let size = self.read();
        self.turns.fetch_add(1, Ordering::Relaxed);
        match size {
            Ok(Some((width, height))) => {
                let pixels = Pixels::rgb(width, height, &self.buffer[..]);
                pixels.map(Some).map_err(|_| VideoError::Output)
            }
            Ok(None) => self.farewell().map(|()| None),
            // It broke off: what it says about that is the better reason.
            Err(_) => self.farewell().and(Err(VideoError::Output)),
        }
    }

    /// Reads a frame into the buffer (PPM, as ffmpeg writes it); gives its size.
    fn read(&mut self) -> io::Result<Option<(u32, u32)>> {
        let Some(magic) = self.line()? else { return Ok(None) };
        let broken = || io::Error::from(io::ErrorKind::InvalidData);
        let size = self.line()?.ok_or_else(broken)?;
        let depth = self.line()?.ok_or_else(broken)?;
        let size = size.split_once(' ').ok_or_else(broken)?;
        let side = |text: &str| text.parse().ok().filter(|side| (1..=SIDE).contains(side));
        let (width, height) = side(size.0).zip(side(size.1)).ok_or_else(broken)?;
        if (magic.as_str(), depth.as_str()) != ("P6", "255") {
            return Err(broken());
        }
        self.buffer.resize(3 * width as usize * height as usize, 0);
        self.out.read_exact(&mut self.buffer)?;
        Ok(Some((width, height)))
    }

    /// A line of a frame's header; `None` at the end.
    fn line(&mut self) -> io::Result<Option<String>> {
        const LONGEST: usize = 16;
        let mut line = String::new();
        for byte in (&mut self.out).bytes() {
            match byte? {
                b'\n' => return Ok(Some(line)),
                byte if line.len() < LONGEST => line.push(char::from(byte)),
                _ => return Err(io::ErrorKind::InvalidData.into()),
            }
        }
        if line.is_empty() { Ok(None) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }

    /// Waits for the end; says why it was not a good one.
    fn farewell(&mut self) -> Result<(), VideoError> {
        let status = self.stop(FAREWELL);
        let complaint = self.complaints.take().and_then(|thread| thread.join().ok());
        if self.watch.take().is_some_and(|watch| watch.join().unwrap_or(false)) {
            return Err(VideoError::Stalled);
        }
        match status {
            Some(status) if status.success() => Ok(()),
            _ => Err(VideoError::Refused(
                complaint.filter(|line| !line.is_empty()).unwrap_or_else(|| "no reason".into()),
            )),
        }
    }

    /// Ends the process if it does not end by itself in time.
    fn stop(&mut self, within: Duration) -> Option<ExitStatus> {
        self.turns.store(OVER, Ordering::Relaxed);
        if let Some(watch) = &self.watch {
            watch.thread().unpark();
        }
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        let until = Instant::now() + within;
        loop {
            if let Ok(Some(status)) = child.try_wait() {
                return Some(status);
            }
            if Instant::now() >= until {
                let _ = child.kill();
                return child.wait().ok();
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        self.stop(Duration::ZERO);
    }
}

fn arguments(path: &Path, per_second: u32, seconds: u32) -> Vec<OsString> {
    let mut file = OsString::from("file:");
    file.push(path);
    let filter = format!(
        "fps={per_second},scale='min({SIDE},iw)':'min({SIDE},ih)':force_original_aspect_ratio=decrease"
    );
    let seconds = seconds.to_string();
    // Read files and nothing else; the first track of pictures that is no cover.
    let reading = ["-nostdin", "-hide_banner", "-v", "error", "-protocol_whitelist", "file"];
    let reading =
        reading.into_iter().chain(["-format_whitelist", CONTAINERS, "-t", &seconds, "-i"]);
    let writing = ["-map", "0:V:0", "-an", "-sn", "-dn", "-vf", &filter, "-pix_fmt", "rgb24"];
    let writing = writing.into_iter().chain(["-c:v", "ppm", "-f", "image2pipe", "-"]);
    reading.map(OsString::from).chain([file]).chain(writing.map(OsString::from)).collect()
}

/// Ends a process that takes too long over one frame; says whether it had to.
fn watch(child: &Mutex<Child>, turns: &AtomicU64, patience: Duration) -> bool {
    let (mut turn, mut since) = (0, Instant::now());
    loop {
        let now = turns.load(Ordering::Relaxed);
        if now == OVER {
            return false;
        }
        if now != turn || now.is_multiple_of(2) {
            (turn, since) = (now, Instant::now());
        } else if since.elapsed() >= patience {
            let _ = child.lock().unwrap_or_else(PoisonError::into_inner).kill();
            return true;
        }
        thread::park_timeout(patience / 10);
    }
}

/// The first line that is written, without what could steer a terminal; the rest is read so
/// that nobody waits, and forgotten.
fn first_line(mut from: impl Read) -> String {
    let mut kept = Vec::new();
    let _ = (&mut from).take(COMPLAINTS).read_to_end(&mut kept);
    let _ = io::copy(&mut from, &mut io::sink());
    let text = String::from_utf8_lossy(&kept);
    let line = text.lines().next().unwrap_or("").trim();
    line.chars().filter(|c| !c.is_control()).take(200).collect()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// What the shell makes of `script` in place of ffmpeg.
    fn frames(script: &str, patience: Duration) -> Result<Vec<(u32, u32)>, VideoError> {
        let arguments = ["-c".into(), script.into()];
        let mut frames = Frames::start(OsStr::new("sh"), &arguments, patience)?;
        let mut sizes = Vec::new();
        while let Some(pixels) = frames.next()? {
            sizes.push((pixels.width(), pixels.height()));
        }
        Ok(sizes)
    }

    #[test]
    fn frames_come_one_by_one_and_may_change_their_size() {
        let script = r"printf 'P6\n2 1\n255\nabcdefP6\n1 1\n255\nabc'";
        assert_eq!(frames(script, PATIENCE).unwrap(), [(2, 1), (1, 1)]);
        assert_eq!(frames("true", PATIENCE).unwrap(), []);
    }

    #[test]
    fn whatever_else_comes_is_refused_with_the_reason() {
        for script in [
            r"printf 'P6\n641 1\n255\nabc'",
            r"printf 'P6\n4294967295 4294967295\n255\nabc'",
            r"printf 'P6\n1 1\n65535\nabc'",
            r"printf 'P6\n2 2\n255\nabc'",
            r"head -c 1000 /dev/zero",
            r"echo no video at all",
        ] {
            let error = frames(script, PATIENCE).unwrap_err();
            assert!(matches!(error, VideoError::Output), "{script}: {error}");
        }
        let script = r"printf 'P6\n1 1\n255\nabc'; printf 'moov \033[1mmissing\nmore' >&2; exit 3";
        let error = frames(script, PATIENCE).unwrap_err().to_string();
        assert_eq!(error, "ffmpeg cannot read it: moov [1mmissing");
        let chatty = "head -c 10000000 /dev/zero >&2; exit 1";
        assert!(matches!(frames(chatty, PATIENCE), Err(VideoError::Refused(_))));
        let missing = Frames::start(OsStr::new("/nowhere/ffmpeg"), &[], PATIENCE).err().unwrap();
        assert!(missing.to_string().contains("HIMAYA_FFMPEG"), "{missing}");
    }

    #[test]
    fn a_process_that_hangs_is_ended() {
        let begun = Instant::now();
        let script = r"printf 'P6\n1 1\n255\nabc'; exec sleep 60";
        let error = frames(script, Duration::from_millis(300)).unwrap_err();
        assert!(matches!(error, VideoError::Stalled), "{error}");
        // One that is given up in the middle is ended too.
        let arguments = ["-c".into(), script.into()];
        let mut left = Frames::start(OsStr::new("sh"), &arguments, PATIENCE).unwrap();
        assert!(left.next().unwrap().is_some());
        drop(left);
        assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    }
}
