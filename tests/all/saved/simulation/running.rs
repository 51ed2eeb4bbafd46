//! Takes the steps of an episode one after the other, until something does not hold; and finds the fewest that show it.

use kuayu::saved::keeper::{OLD, SLOTS, State};
use kuayu::saved::{VERSION, backup};

use super::facts::{facts, is_setting};
use super::faults::Fault;
use super::model::Known;
use super::samples::SAMPLES;
use super::steps::{App, Rot, Step};
use super::storage::{Label, Tear};
use super::world::World;

/// Days that a device's calendar may show.
const DAYS: [&str; 4] = ["1970-01-01", "2026-11-29", "9999-12-31", "2025-02-28"];

/// So many rounds of hearing of each other are enough.
const ROUNDS: usize = 6;

/// Takes the steps. Gives how much was compared, or which step showed what.
pub fn run(steps: &[Step], fault: Option<Fault>) -> Result<u64, (usize, String)> {
    let mut world = World::new(fault);
    for (at, step) in steps.iter().enumerate() {
        take(&mut world, step).and_then(|()| world.check()).map_err(|problem| (at, problem))?;
    }
    Ok(world.checks)
}

/// The fewest steps found that still show something: none of them can be left out.
pub fn shrunk(steps: &[Step], fault: Option<Fault>) -> Vec<Step> {
    let fails = |steps: &[Step]| run(steps, fault).err().map(|(at, _)| at);
    let mut least = steps.to_vec();
    if let Some(at) = fails(&least) {
        least.truncate(at + 1);
    }
    let mut size = least.len() / 2;
    while size > 0 {
        let mut from = 0;
        while from < least.len() {
            let mut fewer = least.clone();
            fewer.drain(from..(from + size).min(least.len()));
            match fails(&fewer) {
                Some(at) => {
                    fewer.truncate(at + 1);
                    least = fewer;
                }
                None => from += size,
            }
        }
        size /= 2;
    }
    least
}

fn take(world: &mut World, step: &Step) -> Result<(), String> {
    let tab = |world: &World, number: &u8| world.tab(*number);
    match step {
        Step::Open(app) => {
            world.open(*app);
            Ok(())
        }
        Step::DieOpening(at, tear) => dying(world, *at, *tear, |world| {
            world.open(App::Present);
            Ok(world.tabs.len() - 1)
        }),
        Step::Edit(number, edit) => tab(world, number).map_or(Ok(()), |at| world.edit(at, edit)),
        Step::Undo(number) => tab(world, number).map_or(Ok(()), |at| undo(world, at)),
        Step::Hear(number) => tab(world, number).map_or(Ok(()), |at| world.hear(at)),
        Step::Close(number) => {
            if let Some(at) = tab(world, number) {
                world.tabs.remove(at);
            }
            Ok(())
        }
        Step::Die(number, edit, at, tear) => {
            let Some(dies) = tab(world, number) else { return Ok(()) };
            // The first app had but one text, and nothing to fall back on.
            let tear = if world.tabs[dies].app == App::First { Tear::Before } else { *tear };
            dying(world, *at, tear, |world| world.edit(dies, edit).map(|()| dies))
        }
        Step::Race(one, first, two, second) => {
            let (Some(one), Some(two)) = (tab(world, one), tab(world, two)) else { return Ok(()) };
            if one == two || [one, two].iter().any(|at| world.tabs[*at].app != App::Present) {
                return world.edit(one, first);
            }
            race(world, (one, first), (two, second))
        }
        Step::Clear(number) => tab(world, number).map_or(Ok(()), |at| world.clear(at)),
        Step::DieClearing(number, at, tear) => {
            let Some(dies) = tab(world, number) else { return Ok(()) };
            dying(world, *at, *tear, |world| world.clear(dies).map(|()| dies))
        }
        Step::Backup(number) => {
            if let Some(at) = tab(world, number) {
                world.backup = Some(backup::write(&world.tabs[at].document));
            }
            Ok(())
        }
        Step::Merge(number) => tab(world, number).map_or(Ok(()), |at| merge(world, at, false)),
        Step::Restore(number) => tab(world, number).map_or(Ok(()), |at| merge(world, at, true)),
        Step::Room(more) => {
            let mut storage = world.storage.borrow_mut();
            let used: usize = storage.texts.values().map(String::len).sum();
            storage.room = more.map(|more| used + usize::from(more));
            Ok(())
        }
        Step::Drop(count) => {
            world.storage.borrow_mut().dropping = usize::from(*count);
            Ok(())
        }
        Step::Off(calls) => {
            world.storage.borrow_mut().off = usize::from(*calls);
            Ok(())
        }
        Step::Evict => {
            world.storage.borrow_mut().evict();
            world.shelf.clear();
            world.model.lose_all();
            Ok(())
        }
        Step::Rot(slot, rot) => {
            damage(world, SLOTS[usize::from(*slot) % 2], *rot);
            Ok(())
        }
        Step::Sample(number) => {
            place(world, usize::from(*number) % SAMPLES.len());
            Ok(())
        }
        Step::Calendar(day) => {
            world.today = DAYS[usize::from(*day) % DAYS.len()];
            Ok(())
        }
        Step::Settle => settle(world),
    }
}

/// A tab does something and is gone in the middle of it.
fn dying(
    world: &mut World,
    at: u8,
    tear: Tear,
    act: impl FnOnce(&mut World) -> Result<usize, String>,
) -> Result<(), String> {
    let mut storage = world.storage.borrow_mut();
    // Where there is no room for two texts, the newest is replaced, and must not break: the browser's own promise.
    let tear = if storage.room.is_some() && tear != Tear::Before { Tear::After } else { tear };
    storage.death = Some((usize::from(at), tear));
    drop(storage);
    let done = act(world);
    let mut storage = world.storage.borrow_mut();
    (storage.death, storage.dead) = (None, false);
    drop(storage);
    done.map(|at| _ = world.tabs.remove(at))
}

/// The second tab stores without knowing what the first just stored; then both hear of it.
fn race(
    world: &mut World,
    (one, first): (usize, &super::facts::Edit),
    (two, second): (usize, &super::facts::Edit),
) -> Result<(), String> {
    let mut storage = world.storage.borrow_mut();
    let (room, dropping, off) = (storage.room.take(), storage.dropping, storage.off);
    (storage.dropping, storage.off) = (0, 0);
    let texts = storage.texts.clone();
    drop(storage);
    for slot in SLOTS {
        let seen = world.slot(slot);
        world.tabs[two].known.add(&seen);
    }
    *world.tabs[two].view.frozen.borrow_mut() = Some(texts);
    let before = world.tabs[one].known.clone();
    world.edit(one, first)?;
    let made = world.tabs[one].known.without(&before);
    world.loosen_beside(two, &made);
    world.edit(two, second)?;
    *world.tabs[two].view.frozen.borrow_mut() = None;
    world.hear(one)?;
    world.hear(two)?;
    let mut storage = world.storage.borrow_mut();
    (storage.room, storage.dropping, storage.off) = (room, dropping, off);
    Ok(())
}

/// Takes back the tab's last change, which must leave alone all that was changed since.
fn undo(world: &mut World, at: usize) -> Result<(), String> {
    let Some((before, after)) = world.tabs[at].last.take() else { return Ok(()) };
    let now = world.tabs[at].document.clone();
    let undone = now.take_back(&before, &after);
    let (before, after, mut wanted) = (facts(&before), facts(&after), facts(&now));
    let keys: Vec<_> = before.keys().chain(after.keys()).filter(|key| before.get(*key) != after.get(*key)).collect();
    for key in keys {
        if wanted.get(key) == after.get(key) {
            match before.get(key) {
                Some(value) => _ = wanted.insert(key.clone(), value.clone()),
                None => _ = wanted.remove(key),
            }
        }
    }
    if facts(&undone) != wanted {
        return Err(format!("undoing led to {:?}, not to {wanted:?}", facts(&undone)));
    }
    world.change(at, undone)?;
    world.tabs[at].last = None;
    Ok(())
}

/// Adds what only the backup has, or takes it in place of everything.
fn merge(world: &mut World, at: usize, replace: bool) -> Result<(), String> {
    let Some(Ok(read)) = world.backup.as_deref().map(backup::read) else { return Ok(()) };
    let now = world.tabs[at].document.clone();
    if world.tabs[at].view.version != VERSION {
        return Ok(());
    }
    let (mut wanted, saved) = (facts(&now), facts(&read.document));
    let made = if replace {
        wanted.retain(|key, _| is_setting(key));
        wanted.extend(saved.into_iter().filter(|(key, _)| !is_setting(key)));
        backup::replace(&now, &read.document)
    } else {
        // A plan that stands here without its name stays as it is here.
        let nameless =
            |key: &str| now.plans.iter().any(|plan| plan.name.is_empty() && key == format!("plan {}", plan.id));
        let taken = |key: &str| !is_setting(key) && key != "active plan" && !nameless(key);
        for (key, value) in saved.into_iter().filter(|(key, _)| taken(key)) {
            wanted.entry(key).or_insert(value);
        }
        backup::merge(&now, &read.document).document
    };
    if facts(&made) != wanted {
        return Err(format!("a backup led to {:?}, not to {wanted:?}", facts(&made)));
    }
    world.change(at, made)
}

/// A slot's text is no longer what was written.
fn damage(world: &mut World, name: &'static str, rot: Rot) {
    let mut storage = world.storage.borrow_mut();
    let Some(text) = storage.texts.get(name).cloned() else { return };
    // A second damage would hide the first, whose copy only a tab that reads it can make.
    if storage.labels.get(name).is_some_and(|label| label.damaged) {
        return;
    }
    let version = storage.labels.get(name).map_or(VERSION, |label| label.version);
    let broken = match rot {
        Rot::Garbage => "\u{fffd}\u{0}[".to_owned(),
        Rot::BadPart => text.replacen("\"records\":[", "\"records\":[7,", 1),
        Rot::Part(of) => {
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let end = ends.get(usize::from(of) * ends.len() / 100).copied().unwrap_or_default();
            text[..end].to_owned()
        }
    };
    let readable = matches!(rot, Rot::BadPart);
    if readable && (broken == text || version != VERSION) {
        return;
    }
    // A text that nobody can read has no version that could be told.
    let label = Label { version: if readable { version } else { 0 }, damaged: true };
    storage.put(name, broken, label);
    drop(storage);
    if !readable {
        let gone = world.shelf.remove(name).unwrap_or_default();
        world.lose(&gone);
    }
}

/// A storage without anything is as an old version of the app left it.
fn place(world: &mut World, number: usize) {
    let storage = world.storage.borrow();
    let first = number == 0 && world.tabs.iter().any(|tab| tab.app == App::First);
    if first || SLOTS.iter().chain([&OLD]).any(|name| storage.texts.contains_key(*name)) {
        return;
    }
    drop(storage);
    let sample = &SAMPLES[number];
    let name = if number == 0 { OLD } else { SLOTS[number % 2] };
    let label = Label { version: number as u64 + 1, damaged: false };
    world.storage.borrow_mut().put(name, sample.text.to_owned(), label);
    let mut known = Known::default();
    for (key, value) in sample.facts {
        known.insert(world.model.change(key, Some((*value).to_owned()), &Known::default()));
    }
    world.told.add(&known);
    world.shelf.insert(name, known);
}

/// With a storage that is well, all tabs hear of each other until nobody writes, and then show the same.
fn settle(world: &mut World) -> Result<(), String> {
    let mut storage = world.storage.borrow_mut();
    (storage.room, storage.dropping, storage.off) = (None, 0, 0);
    drop(storage);
    for round in 0.. {
        let before = world.storage.borrow().texts.clone();
        for at in 0..world.tabs.len() {
            world.hear(at)?;
        }
        if world.storage.borrow().texts == before {
            break;
        }
        if round == ROUNDS {
            return Err("tabs answer each other for ever".to_owned());
        }
    }
    let fresh = world.fresh(false);
    for (at, tab) in world.tabs.iter().enumerate() {
        let Some(keeper) = &tab.keeper else { continue };
        // A slot that must not be written leaves a tab alone with what it knows.
        if matches!(keeper.state(), State::Newer | State::Trouble(_)) {
            continue;
        }
        if facts(&tab.document) != fresh {
            return Err(format!("tab {at} shows {:?}, a fresh one {fresh:?}", facts(&tab.document)));
        }
    }
    Ok(())
}
