//! What the child gives up before it sees a byte of a document.
//!
//! On Linux: memory beyond the limit, files, processes and core dumps (resource limits), new
//! privileges, the file system and the network (Landlock), and every system call that reading
//! from a pipe, computing and writing to a pipe does not need (seccomp). Each layer is tried and
//! reported; a kernel that lacks one leaves the others. Elsewhere there is only the parent's
//! clock, and the report says so.

use serde::Deserialize;
use serde::Serialize;
use std::fs::File;
use std::io;
use std::net::TcpListener;
use std::net::UdpSocket;
use std::process::Command;
use std::thread;

/// One layer of the sandbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layer {
    /// What it keeps away.
    pub name: String,
    /// Why it does not hold, if it does not.
    pub missing: Option<String>,
}

impl Layer {
    fn new(name: &str, result: Result<(), String>) -> Self {
        Self { name: name.to_owned(), missing: result.err() }
    }
}

#[cfg(target_os = "linux")]
pub(super) use linux::before_threads;
#[cfg(target_os = "linux")]
pub(super) use linux::with_threads;

/// Nothing is given up here.
#[cfg(not(target_os = "linux"))]
pub(super) fn before_threads(_memory: u64) -> Vec<Layer> {
    let missing = "there is no sandbox for this system yet; only the time is limited";
    vec![Layer::new("sandbox", Err(missing.to_owned()))]
}

/// Nothing is given up here.
#[cfg(not(target_os = "linux"))]
pub(super) fn with_threads() -> Vec<Layer> {
    Vec::new()
}

/// Tries what no reader may do, and tells for each whether it was denied. What fails for another
/// reason than a denial counts as let through.
pub(super) fn try_everything(memory: u64) -> Vec<(String, bool)> {
    let denied = |result: io::Result<()>| {
        result.is_err_and(|error| error.kind() == io::ErrorKind::PermissionDenied)
    };
    let memory = usize::try_from(memory).unwrap_or(usize::MAX).saturating_mul(2);
    [
        ("open a file", denied(File::open("/").map(drop))),
        ("create a file", denied(File::create("/clausecheck-may-not-write").map(drop))),
        ("listen on the network", denied(TcpListener::bind("127.0.0.1:0").map(drop))),
        ("send to the network", denied(UdpSocket::bind("127.0.0.1:0").map(drop))),
        ("start a program", denied(Command::new("/bin/sh").spawn().map(drop))),
        ("start a thread", denied(thread::Builder::new().spawn(|| {}).map(drop))),
        ("take twice the memory", Vec::<u8>::new().try_reserve_exact(memory).is_err()),
    ]
    .into_iter()
    .map(|(what, denied)| (what.to_owned(), denied))
    .collect()
}

#[cfg(target_os = "linux")]
mod linux {
    use super::Layer;
    use landlock::ABI;
    use landlock::Access;
    use landlock::AccessFs;
    use landlock::AccessNet;
    use landlock::Ruleset;
    use landlock::RulesetAttr;
    use landlock::RulesetStatus;
    use landlock::Scope;
    use rustix::process::Resource;
    use rustix::process::Rlimit;
    use rustix::process::getpid;
    use rustix::process::setrlimit;
    use rustix::thread::set_no_new_privs;
    use seccompiler::BpfProgram;
    use seccompiler::SeccompAction;
    use seccompiler::SeccompCmpArgLen;
    use seccompiler::SeccompCmpOp;
    use seccompiler::SeccompCondition;
    use seccompiler::SeccompFilter;
    use seccompiler::SeccompRule;
    use seccompiler::TargetArch;
    use seccompiler::apply_filter_all_threads;
    use std::collections::BTreeMap;
    use std::fmt::Display;

    /// Address space for the program itself: code, stacks, and what the allocator sets aside for
    /// each thread without using it.
    const OWN_MEMORY: u64 = 384 << 20;
    /// Enough to set up Landlock; nothing else is opened.
    const OPEN_FILES: u64 = 16;

    /// What a thread hands down to those it starts, and what holds for the whole process.
    pub(in super::super) fn before_threads(memory: u64) -> Vec<Layer> {
        let limits = [
            (Resource::As, memory.saturating_add(OWN_MEMORY)),
            (Resource::Fsize, 0),
            (Resource::Core, 0),
            (Resource::Nofile, OPEN_FILES),
        ];
        let limited = limits.into_iter().try_for_each(|(what, most)| limit(what, most));
        vec![
            Layer::new("limits on memory, files and core dumps", limited),
            Layer::new("no new privileges", set_no_new_privs(true).map_err(words)),
            Layer::new("no files, no network (Landlock)", landlock()),
        ]
    }

    /// What would keep the threads that are needed from being started.
    pub(in super::super) fn with_threads() -> Vec<Layer> {
        vec![
            Layer::new("limit on processes", limit(Resource::Nproc, 0)),
            Layer::new("only the system calls that reading needs (seccomp)", seccomp()),
        ]
    }

    fn words(error: impl Display) -> String {
        error.to_string()
    }

    fn limit(what: Resource, most: u64) -> Result<(), String> {
        setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) }).map_err(words)
    }

    fn landlock() -> Result<(), String> {
        let status = Ruleset::default()
            .handle_access(AccessFs::from_all(ABI::V6))
            .and_then(|rules| rules.handle_access(AccessNet::from_all(ABI::V6)))
            .and_then(|rules| rules.scope(Scope::from_all(ABI::V6)))
            .and_then(Ruleset::create)
            .and_then(|rules| rules.restrict_self())
            .map_err(words)?;
        match status.ruleset {
            RulesetStatus::FullyEnforced => Ok(()),
            RulesetStatus::PartiallyEnforced => Err("this kernel has only a part of it".to_owned()),
            _ => Err("this kernel does not have it".to_owned()),
        }
    }

    fn seccomp() -> Result<(), String> {
        let arch = TargetArch::try_from(std::env::consts::ARCH).map_err(words)?;
        let denied = SeccompAction::Errno(libc::EPERM.unsigned_abs());
        let rules = allowed().map_err(words)?;
        let filter =
            SeccompFilter::new(rules, denied, SeccompAction::Allow, arch).map_err(words)?;
        let program = BpfProgram::try_from(filter).map_err(words)?;
        apply_filter_all_threads(&program).map_err(words)
    }

    /// The system calls that are let through; all others fail as not permitted. There is none
    /// among them that opens, connects, starts or traces anything.
    fn allowed() -> Result<BTreeMap<i64, Vec<SeccompRule>>, seccompiler::BackendError> {
        let always = [
            libc::SYS_read,
            libc::SYS_readv,
            libc::SYS_write,
            libc::SYS_writev,
            libc::SYS_close,
            libc::SYS_fstat,
            libc::SYS_ppoll,
            libc::SYS_brk,
            libc::SYS_munmap,
            libc::SYS_mremap,
            libc::SYS_madvise,
            libc::SYS_futex,
            libc::SYS_membarrier,
            libc::SYS_rseq,
            libc::SYS_set_robust_list,
            libc::SYS_sched_yield,
            libc::SYS_sched_getaffinity,
            libc::SYS_clock_gettime,
            libc::SYS_clock_getres,
            libc::SYS_clock_nanosleep,
            libc::SYS_nanosleep,
            libc::SYS_gettimeofday,
            libc::SYS_getrandom,
            libc::SYS_getpid,
            libc::SYS_gettid,
            libc::SYS_rt_sigaction,
            libc::SYS_rt_sigprocmask,
            libc::SYS_rt_sigreturn,
            libc::SYS_sigaltstack,
            libc::SYS_restart_syscall,
            libc::SYS_exit,
            libc::SYS_exit_group,
        ];
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> =
            always.into_iter().map(|call| (call, Vec::new())).collect();
        // Memory, but none from which code could be run.
        let executable = u64::from(libc::PROT_EXEC.unsigned_abs());
        for call in [libc::SYS_mmap, libc::SYS_mprotect] {
            rules.insert(call, vec![only(2, SeccompCmpOp::MaskedEq(executable), 0)?]);
        }
        // Signals to itself, with which Rust ends a process that is out of memory.
        let own = u64::from(getpid().as_raw_nonzero().get().unsigned_abs());
        rules.insert(libc::SYS_tgkill, vec![only(0, SeccompCmpOp::Eq, own)?]);
        Ok(rules)
    }

    /// Lets a call through if its argument `number` compares to `value`.
    fn only(
        number: u8,
        operator: SeccompCmpOp,
        value: u64,
    ) -> Result<SeccompRule, seccompiler::BackendError> {
        let argument = SeccompCondition::new(number, SeccompCmpArgLen::Dword, operator, value)?;
        SeccompRule::new(vec![argument])
    }
}
