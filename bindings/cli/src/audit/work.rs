//! Assessing a chunk on several threads. What comes out does not depend on how many.
//!
//! Conversations are spread over shards; a shard is assessed by one thread, in the order of its
//! rows. Conversations heard last stay in memory with what their last message began, which is
//! never stored; after a kill it is made again from those rows.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use himaya::assessment::StatusReason;
use himaya::report::Ledger;
use himaya::{Action, Conversation, Finding, Guard, Message, Role, Status};
use lru::LruCache;

use super::AuditError;
use super::chunk::{Chunk, Key, Row, SHARDS, shard};
use super::state::{Recent, State, States};

/// Conversations of a shard that stay in memory from one chunk to the next.
const HEARD_LAST: NonZeroUsize = NonZeroUsize::new(256).unwrap();

/// What came of a row.
pub struct Assessed {
    pub action: Action,
    pub risk: f32,
    pub score: Option<f32>,
    pub status: Status,
    pub status_reasons: Vec<StatusReason>,
    pub findings: Vec<Finding>,
}

/// Where the conversations of each shard stand behind a chunk.
pub type Kept = Arc<Vec<HashMap<Key, Vec<u8>>>>;

/// What came of a chunk.
pub struct Done {
    pub chunk: Chunk,
    /// In the order of `chunk.rows`.
    pub assessed: Vec<Assessed>,
    pub states: Kept,
    pub recent: Recent,
    /// Of this chunk alone.
    pub ledger: Ledger,
}

/// A conversation that is in memory.
struct Live {
    conversation: Conversation,
    /// Who spoke last, and since which row nobody else did.
    role: Role,
    since: u64,
    /// Place of its latest row in the chunk.
    latest: u32,
}

impl Live {
    fn new(conversation: Conversation, role: Role, row: u64) -> Self {
        Self { conversation, role, since: row, latest: 0 }
    }

    fn heard(&mut self, role: Role, row: u64) {
        if self.role != role {
            (self.role, self.since) = (role, row);
        }
    }
}

type Heard = LruCache<Key, Live>;

/// What assesses.
pub struct Workers<'a> {
    guard: &'a Guard,
    state: &'a State,
    threads: usize,
    /// Time of messages that have none, for the ledger.
    begun: i64,
    heard: Vec<Mutex<Heard>>,
}

// One thread at a time works on a shard.
fn lock(heard: &Mutex<Heard>) -> MutexGuard<'_, Heard> {
    heard.lock().unwrap_or_else(PoisonError::into_inner)
}

fn message(row: &Row) -> Message<'_> {
    Message { role: row.row.role, text: &row.row.text, time: row.row.time, edited: false }
}

impl<'a> Workers<'a> {
    pub fn new(guard: &'a Guard, state: &'a State, threads: usize, begun: i64) -> Self {
        let heard = (0..SHARDS).map(|_| Mutex::new(Heard::new(HEARD_LAST))).collect();
        Self { guard, state, threads, begun, heard }
    }

    fn heard(&self, shard: usize) -> Option<MutexGuard<'_, Heard>> {
        self.heard.get(shard).map(lock)
    }

    /// Takes up the conversations that a former run heard last, as it stored them.
    pub fn take_up(&self, recent: &[(Key, u64)]) -> Result<(), AuditError> {
        let states = self.state.states()?;
        for (key, since) in recent {
            let stored = states.get(key)?.unwrap_or_default();
            let conversation = Conversation::import(&stored).map_err(|e| states.damaged(e))?;
            if let Some(mut heard) = self.heard(shard(key)) {
                heard.put(*key, Live::new(conversation, Role::Counterpart, *since));
            }
        }
        Ok(())
    }

    /// Reads a row again that a former run assessed, for what it began.
    pub fn remind(&self, place: u64, row: &Row) {
        if let Some(mut heard) = self.heard(shard(&row.key))
            && let Some(live) = heard.peek_mut(&row.key)
            && place >= live.since
        {
            live.role = row.row.role;
            self.guard.remind(&mut live.conversation, &message(row));
        }
    }

    /// Assesses a chunk. `unsaved` are the states of chunks that are not yet in the file, oldest
    /// first.
    pub fn assess(&self, chunk: Chunk, unsaved: &VecDeque<Kept>) -> Result<Done, AuditError> {
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); SHARDS];
        for (place, row) in (0..).zip(&chunk.rows) {
            if let Some(rows) = rows.get_mut(shard(&row.key)) {
                rows.push(place);
            }
        }
        // The longest first, so that no thread is left alone with one of them at the end.
        let mut order: Vec<usize> = (0..SHARDS).collect();
        order.sort_by_key(|at| std::cmp::Reverse(rows.get(*at).map_or(0, Vec::len)));
        let next = AtomicUsize::new(0);
        let work = || -> Result<Worker, AuditError> {
            let mut worker = Worker { ledger: Ledger::new(), shards: Vec::new() };
            let before = Before { unsaved, states: self.state.states()? };
            while let Some(at) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                let rows = rows.get(*at).map_or(&[][..], Vec::as_slice);
                let shard = self.shard(*at, &chunk, rows, &before, &mut worker.ledger)?;
                worker.shards.push(shard);
            }
            Ok(worker)
        };
        let workers = thread::scope(|scope| {
            let started: Vec<_> = (0..self.threads).map(|_| scope.spawn(work)).collect();
            let joined =
                started.into_iter().map(|one| one.join().unwrap_or(Err(AuditError::Thread)));
            joined.collect::<Result<Vec<Worker>, AuditError>>()
        })?;
        let mut assessed: Vec<(u32, Assessed)> = Vec::with_capacity(chunk.rows.len());
        let mut states: Vec<HashMap<Key, Vec<u8>>> = vec![HashMap::new(); SHARDS];
        let mut ledger = Ledger::new();
        for worker in workers {
            ledger.merge(&worker.ledger);
            for shard in worker.shards {
                assessed.extend(shard.assessed);
                if let Some(states) = states.get_mut(shard.at) {
                    *states = shard.states;
                }
            }
        }
        assessed.sort_unstable_by_key(|(place, _)| *place);
        let assessed = assessed.into_iter().map(|(_, assessed)| assessed).collect();
        Ok(Done { assessed, states: Arc::new(states), recent: self.recent(), ledger, chunk })
    }

    fn recent(&self) -> Recent {
        let entries = self.heard.iter().map(lock).map(|heard| {
            heard.iter().rev().map(|(key, live)| (*key, live.since)).collect::<Vec<_>>()
        });
        entries.flatten().collect()
    }

    fn shard(
        &self,
        at: usize,
        chunk: &Chunk,
        rows: &[u32],
        before: &Before<'_>,
        ledger: &mut Ledger,
    ) -> Result<Shard, AuditError> {
        let mut done =
            Shard { at, assessed: Vec::with_capacity(rows.len()), states: HashMap::new() };
        let mut live: HashMap<Key, Live> = HashMap::new();
        let Some(mut heard) = self.heard(at) else {
            return Ok(done);
        };
        for place in rows {
            let Some(row) = chunk.rows.get(*place as usize) else {
                continue;
            };
            let (role, key) = (row.row.role, row.key);
            let offset = chunk.places.get(*place as usize).copied().unwrap_or(0);
            let number = chunk.begin + u64::from(offset);
            let found = match live.entry(key) {
                Entry::Occupied(entry) => entry.into_mut(),
                Entry::Vacant(entry) => entry.insert(match heard.pop(&key) {
                    Some(found) => found,
                    None => Live::new(before.conversation(at, &key)?, role, number),
                }),
            };
            found.heard(role, number);
            found.latest = *place;
            let assessment = self.guard.observe(&mut found.conversation, &message(row));
            ledger.count(&assessment, row.row.time.unwrap_or(self.begun));
            let assessed = Assessed {
                action: assessment.action,
                risk: assessment.risk,
                score: assessment.message_score,
                status: assessment.status,
                status_reasons: assessment.status_reasons,
                findings: assessment.findings,
            };
            done.assessed.push((*place, assessed));
        }
        let mut live: Vec<(Key, Live)> = live.into_iter().collect();
        live.sort_unstable_by_key(|(_, live)| live.latest);
        for (key, live) in live {
            done.states.insert(key, live.conversation.export());
            heard.put(key, live);
        }
        Ok(done)
    }
}

/// Where conversations stood before a chunk.
struct Before<'a> {
    unsaved: &'a VecDeque<Kept>,
    states: States<'a>,
}

impl Before<'_> {
    fn conversation(&self, shard: usize, key: &Key) -> Result<Conversation, AuditError> {
        let kept = self.unsaved.iter().rev().find_map(|kept| kept.get(shard)?.get(key));
        let stored = match kept {
            Some(kept) => Some(kept.clone()),
            None => self.states.get(key)?,
        };
        match stored {
            Some(stored) => Conversation::import(&stored).map_err(|e| self.states.damaged(e)),
            None => Ok(Conversation::new()),
        }
    }
}

/// What one thread did of a chunk.
struct Worker {
    ledger: Ledger,
    shards: Vec<Shard>,
}

/// What came of one shard of a chunk.
struct Shard {
    at: usize,
    assessed: Vec<(u32, Assessed)>,
    states: HashMap<Key, Vec<u8>>,
}
