//! Passages with nearly the same wording, over all packs: gathered in the first pass over the journal,
//! clustered, and named in the second.

use super::tables::Plan;
use crate::corpus::duplicates;
use crate::corpus::duplicates::PASSAGE;
use crate::report::corpus::rows::Record;
use crate::report::corpus::statistics;
use crate::report::words;
use std::collections::BTreeSet;
use std::collections::HashMap;

/// Longest quote of a wording, in characters.
const QUOTE: usize = 300;

/// A wording as the journal names it, by the number of its rule.
type Key = (u32, u64);

/// What the first pass gathers.
#[derive(Default)]
pub(super) struct Wordings {
    /// The number of each wording, in order of first occurrence.
    numbers: HashMap<Key, u32>,
    keys: Vec<Key>,
    sketches: Vec<Option<[u32; 32]>>,
    /// The wordings of each pack.
    of_pack: Vec<Vec<u32>>,
}

/// Wordings that share a cluster.
struct Cluster {
    key: Key,
    variants: u64,
    packs: u64,
    templates: u64,
    /// The first pack with it, and the passage there.
    example: Option<(String, String)>,
}

/// What the second pass names and counts.
pub(super) struct Shared {
    numbers: HashMap<Key, u32>,
    of_wording: Vec<u32>,
    clusters: Vec<Cluster>,
}

/// The wording of each passage, with the place of the passage.
fn keys<'r>(record: &'r Record, plan: &Plan<'_>) -> impl Iterator<Item = (usize, Key)> + 'r {
    let rules: HashMap<String, u32> =
        plan.rules.iter().map(|card| card.id.clone()).zip(0_u32..).collect();
    record.evidence.iter().enumerate().filter_map(move |(at, row)| {
        let rule = *rules.get(&row.rule)?;
        Some((at, (rule, u64::from_str_radix(&row.wording, 16).ok()?)))
    })
}

impl Wordings {
    /// Takes note of the passages of the next pack.
    pub(super) fn gather(&mut self, record: &Record, plan: &Plan<'_>) {
        let mut here = BTreeSet::new();
        for (at, key) in keys(record, plan) {
            let next = u32::try_from(self.keys.len()).unwrap_or(u32::MAX);
            let number = *self.numbers.entry(key).or_insert(next);
            if number == next {
                let quote = record.evidence[at].quote.as_str();
                let sketch = duplicates::sketch(PASSAGE, std::iter::once(quote));
                self.keys.push(key);
                self.sketches.push(sketch.try_into().ok());
            }
            here.insert(number);
        }
        self.of_pack.push(here.into_iter().collect());
    }

    /// Clusters the wordings of each rule, and counts packs and templates of each cluster.
    pub(super) fn cluster(self, similarity: f64, templates: &[u32]) -> Shared {
        let mut of_wording = vec![0; self.keys.len()];
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut order: Vec<usize> = (0..self.keys.len()).collect();
        order.sort_by_key(|number| (self.keys[*number].0, *number));
        for rule in order.chunk_by(|a, b| self.keys[*a].0 == self.keys[*b].0) {
            let sketches: Vec<&[u32]> = rule
                .iter()
                .map(|number| self.sketches[*number].as_ref().map_or(&[][..], |s| &s[..]))
                .collect();
            let base = clusters.len();
            for (number, cluster) in
                rule.iter().zip(duplicates::clusters(PASSAGE, &sketches, similarity))
            {
                let cluster = base + cluster as usize;
                if cluster == clusters.len() {
                    let key = self.keys[*number];
                    let (variants, packs, templates) = (0, 0, 0);
                    clusters.push(Cluster { key, variants, packs, templates, example: None });
                }
                clusters[cluster].variants += 1;
                of_wording[*number] = u32::try_from(cluster).unwrap_or(u32::MAX);
            }
        }
        let mut pairs: BTreeSet<(u32, u32)> = BTreeSet::new();
        for (wordings, template) in self.of_pack.iter().zip(templates) {
            let here: BTreeSet<u32> = wordings.iter().map(|w| of_wording[*w as usize]).collect();
            for cluster in here {
                clusters[cluster as usize].packs += 1;
                if pairs.insert((cluster, *template)) {
                    clusters[cluster as usize].templates += 1;
                }
            }
        }
        Shared { numbers: self.numbers, of_wording, clusters }
    }
}

impl Shared {
    /// Gives passages of one cluster the name of its first wording, and keeps an example of each
    /// that several packs have.
    pub(super) fn name(&mut self, record: &mut Record, plan: &Plan<'_>) {
        let found: Vec<(usize, Key)> = keys(record, plan).collect();
        for (at, key) in found {
            let Some(number) = self.numbers.get(&key) else { continue };
            let cluster = &mut self.clusters[self.of_wording[*number as usize] as usize];
            let row = &mut record.evidence[at];
            row.wording = name(cluster.key);
            if cluster.packs > 1 && cluster.example.is_none() {
                let quote = words::shorten(&row.quote, QUOTE);
                cluster.example = Some((record.pack.clone(), quote));
            }
        }
    }

    /// The wordings of several packs: by rule, the most frequent first.
    pub(super) fn rows(&self, plan: &Plan<'_>) -> Vec<statistics::Wording> {
        let mut found: Vec<&Cluster> =
            self.clusters.iter().filter(|cluster| cluster.packs > 1).collect();
        found.sort_by_key(|cluster| {
            (cluster.key.0, std::cmp::Reverse(cluster.packs), cluster.key.1)
        });
        found
            .into_iter()
            .map(|cluster| {
                let (example, quote) = cluster.example.clone().unwrap_or_default();
                statistics::Wording {
                    rule: plan.rules[cluster.key.0 as usize].id.clone(),
                    wording: name(cluster.key),
                    variants: cluster.variants,
                    packs: cluster.packs,
                    templates: cluster.templates,
                    example,
                    quote,
                }
            })
            .collect()
    }
}

fn name(key: Key) -> String {
    format!("{:016x}", key.1)
}
