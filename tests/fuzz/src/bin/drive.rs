//! `drive seeds FOLDER` writes the inputs to start from, `drive import TARGET FOLDER FILE…` adds
//! real files to them, and `drive TARGET SECONDS [SEED]` mutates them without any coverage.

use clausecheck_fuzz::TARGETS;
use clausecheck_fuzz::foreign_panics;
use clausecheck_fuzz::part_names;
use clausecheck_fuzz::run;
use clausecheck_fuzz::seeds;
use clausecheck_fuzz::unpack;
use std::fs;
use std::path::Path;
use std::time::Duration;
use std::time::Instant;

/// Longest real file that is taken over.
const MAX_IMPORT: usize = 60_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["seeds", folder] => write_seeds(Path::new(folder)),
        ["import", target, folder, ref files @ ..] => import(target, Path::new(folder), files),
        [target, seconds] => drive(target, seconds, 1),
        [target, seconds, seed] => drive(target, seconds, seed.parse().expect("a number")),
        _ => eprintln!("targets: {}", TARGETS.join(" ")),
    }
}

fn write_seeds(folder: &Path) {
    for target in TARGETS {
        let folder = folder.join(target);
        fs::create_dir_all(&folder).expect("the folder can be made");
        for (number, seed) in seeds(target).iter().enumerate() {
            fs::write(folder.join(format!("seed-{number}")), seed).expect("it can be written");
        }
    }
}

fn import(target: &str, folder: &Path, files: &[&str]) {
    for (number, file) in files.iter().enumerate() {
        let Ok(bytes) = fs::read(file) else { continue };
        let names = part_names(target);
        let input = if names.is_empty() { Some(bytes) } else { unpack(&bytes, names) };
        if let Some(input) = input.filter(|input| input.len() < MAX_IMPORT) {
            fs::write(folder.join(format!("real-{number}")), input).expect("it can be written");
        }
    }
}

/// Mutates until the time is over; the input that runs is kept in a file, so that it is there
/// after a crash.
fn drive(target: &str, seconds: &str, seed: u64) {
    let time = Duration::from_secs(seconds.parse().expect("a number of seconds"));
    let corpus = seeds(target);
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let (started, mut runs, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
    let current = std::env::temp_dir().join(format!("clausecheck-fuzz-{target}-{seed}"));
    while started.elapsed() < time {
        let mut input = corpus[random.below(corpus.len())].clone();
        for _ in 0..=random.below(8) {
            mutate(&mut input, &corpus, &mut random);
        }
        fs::write(&current, &input).expect("temporary files can be written");
        let began = Instant::now();
        run(target, &input);
        slowest = slowest.max(began.elapsed());
        runs += 1;
    }
    println!(
        "{target}: {runs} runs, slowest {} ms, {} panics in libraries",
        slowest.as_millis(),
        foreign_panics()
    );
}

struct Random(u64);

impl Random {
    /// Xorshift: repeatable, which is all that is asked of it.
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound.max(1)
    }
}

fn mutate(input: &mut Vec<u8>, corpus: &[Vec<u8>], random: &mut Random) {
    let at = random.below(input.len());
    let length = random.below(64).min(input.len() - at);
    match random.below(7) {
        0 if !input.is_empty() => input[at] ^= 1 << random.below(8),
        1 => drop(input.drain(at..at + length)),
        2 => {
            let again = input[at..at + length].repeat(1 + random.below(40));
            input.splice(at..at, again);
        }
        3 => {
            let other = &corpus[random.below(corpus.len())];
            let from = random.below(other.len());
            let piece = other[from..(from + random.below(200)).min(other.len())].to_vec();
            input.splice(at..at + length, piece);
        }
        4 => {
            let number = ["0", "-1", "4294967295", "99999999999999999999", "1e308"];
            input.splice(at..at + length.min(4), number[random.below(number.len())].bytes());
        }
        5 => input.truncate(at),
        _ => input.insert(at, u8::try_from(random.below(256)).unwrap_or(0)),
    }
}
