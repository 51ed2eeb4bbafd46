//! Narrows functions that take many arguments, because WebKit for x86-64 and Linux loses its place in their callers.
//!
//! After a call its interpreter reads what it saved before it from below the stack pointer, as deep as the call took more
//! arguments than it gave results. A signal writes there, and one comes whenever a function has been compiled. What lies
//! within 128 bytes is safe from signals: [`LIMIT`] more arguments than results. See `docs/stops.md`.
//!
//! Arguments beyond that go through globals: set just before the call, read first thing in it, nothing runs between.

use crate::prune::{bytes, narrow, number};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{
    CompositeInnerType, ElementItems, ExternalKind, FuncType, FunctionBody, Operator, OperatorsReader, Parser, Payload,
    TypeRef, ValType,
};

/// So many more arguments than results are safe.
const LIMIT: usize = 6;

/// What is known of a module before it is written anew.
#[derive(Default)]
struct Module {
    types: Vec<FuncType>,
    /// The type of each function, imported ones first.
    functions: Vec<u32>,
    imported: usize,
    globals: u32,
    /// Functions whose type is known outside: in tables, exported, or handed on as values.
    fixed: BTreeSet<u32>,
}

impl Module {
    /// Notes which functions these operators hand on as values.
    fn fix(&mut self, operators: OperatorsReader) -> Result<()> {
        for operator in operators {
            if let Operator::RefFunc { function_index } = operator? {
                self.fixed.insert(function_index);
            }
        }
        Ok(())
    }
}

/// How a function is narrowed: the type it gets, and the globals of the arguments taken from it with their places.
struct Narrowed {
    kind: u32,
    first: u32,
    globals: Vec<(u32, ValType)>,
}

/// The module with all its functions narrowed but those whose type is known outside.
pub fn functions(module: &[u8]) -> Result<Vec<u8>> {
    let read = read(module)?;
    let mut pool: Vec<ValType> = Vec::new();
    let mut kinds: Vec<FuncType> = Vec::new();
    let mut all = BTreeMap::new();
    for at in wide(&read)? {
        let kind =
            read.functions.get(at as usize).and_then(|kind| read.types.get(*kind as usize)).context("no type")?;
        let (kept, taken) = kind.params().split_at(kind.params().len() - excess(kind));
        let mut globals = Vec::new();
        for value in taken {
            let free =
                |n: &usize| pool.get(*n) == Some(value) && !globals.contains(&(read.globals + *n as u32, *value));
            let place = (0..pool.len()).find(free).unwrap_or_else(|| {
                pool.push(*value);
                pool.len() - 1
            });
            globals.push((read.globals + place as u32, *value));
        }
        let smaller = FuncType::new(kept.iter().copied(), kind.results().iter().copied());
        let place = kinds.iter().position(|known| *known == smaller).unwrap_or_else(|| {
            kinds.push(smaller);
            kinds.len() - 1
        });
        all.insert(at, Narrowed { kind: (read.types.len() + place) as u32, first: kept.len() as u32, globals });
    }
    if all.is_empty() {
        return Ok(module.to_vec());
    }
    write(module, &read, &kinds, &pool, &all)
}

/// Fails where a function takes more arguments than it needs to be safe.
pub fn check(module: &[u8]) -> Result<()> {
    match wide(&read(module)?)?.as_slice() {
        [] => Ok(()),
        wide => bail!("functions that take more arguments than WebKit bears, by number: {wide:?}"),
    }
}

/// The functions that take too many arguments and whose type is known in the module only.
fn wide(read: &Module) -> Result<Vec<u32>> {
    let own = (0u32..).zip(&read.functions).skip(read.imported).filter(|(at, _)| !read.fixed.contains(at));
    let kinds = own.map(|(at, kind)| Ok((at, read.types.get(*kind as usize).context("a function without a type")?)));
    let kinds: Vec<_> = kinds.collect::<Result<_>>()?;
    Ok(kinds.into_iter().filter(|(_, kind)| excess(kind) > 0).map(|(at, _)| at).collect())
}

fn excess(kind: &FuncType) -> usize {
    kind.params().len().saturating_sub(kind.results().len() + LIMIT)
}

fn read(module: &[u8]) -> Result<Module> {
    let mut read = Module::default();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::TypeSection(types) => {
                for kind in types.into_iter().flat_map(|group| group.into_iter().flat_map(|group| group.into_types())) {
                    match kind.composite_type.inner {
                        CompositeInnerType::Func(kind) => read.types.push(kind),
                        _ => bail!("a type that is no function's"),
                    }
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    match import?.ty {
                        TypeRef::Func(kind) => read.functions.push(kind),
                        TypeRef::Global(_) => read.globals += 1,
                        _ => {}
                    }
                }
                read.imported = read.functions.len();
            }
            Payload::FunctionSection(kinds) => {
                for kind in kinds {
                    read.functions.push(kind?);
                }
            }
            Payload::GlobalSection(globals) => {
                read.globals += globals.count();
                for global in globals {
                    read.fix(global?.init_expr.get_operators_reader())?;
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        read.fixed.insert(export.index);
                    }
                }
            }
            Payload::StartSection { func, .. } => drop(read.fixed.insert(func)),
            Payload::ElementSection(elements) => {
                for element in elements {
                    match element?.items {
                        ElementItems::Functions(functions) => {
                            for at in functions {
                                read.fixed.insert(at?);
                            }
                        }
                        ElementItems::Expressions(_, expressions) => {
                            for expression in expressions {
                                read.fix(expression?.get_operators_reader())?;
                            }
                        }
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                read.fix(body.get_operators_reader()?)?;
            }
            _ => {}
        }
    }
    Ok(read)
}

fn write(
    module: &[u8],
    read: &Module,
    kinds: &[FuncType],
    pool: &[ValType],
    all: &BTreeMap<u32, Narrowed>,
) -> Result<Vec<u8>> {
    let mut out = bytes(module, 0..8)?.to_vec();
    let mut globals = Some(new_globals(pool)?);
    let mut bodies: Vec<Vec<u8>> = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if let Payload::CodeSectionEntry(body) = &payload {
            let at = (read.imported + bodies.len()) as u32;
            bodies.push(rewritten(module, body, all.get(&at), all)?);
            if read.imported + bodies.len() == read.functions.len() {
                let mut code = Vec::new();
                number(&mut code, bodies.len());
                for body in &bodies {
                    number(&mut code, body.len());
                    code.extend(body);
                }
                section(&mut out, 10, &code);
            }
            continue;
        }
        let Some((id, range)) = payload.as_section() else { continue };
        let old = bytes(module, narrow(&range)?)?;
        // Exports, the start, tables' contents, code and data follow the globals.
        if (7..=12).contains(&id)
            && let Some(new) = globals.take()
        {
            section(&mut out, 6, &counted(pool.len(), &new));
        }
        match payload {
            Payload::CodeSectionStart { .. } => {}
            Payload::TypeSection(types) => {
                let mut new = bytes(old, from_items(old)?..old.len())?.to_vec();
                for kind in kinds {
                    new.push(0x60);
                    for values in [kind.params(), kind.results()] {
                        number(&mut new, values.len());
                        for value in values {
                            new.push(code_of(*value)?);
                        }
                    }
                }
                section(&mut out, id, &counted(types.count() as usize + kinds.len(), &new));
            }
            Payload::FunctionSection(functions) => {
                let mut new = Vec::new();
                number(&mut new, functions.count() as usize);
                for (at, kind) in (0u32..).zip(&read.functions).skip(read.imported) {
                    number(&mut new, all.get(&at).map_or(*kind, |narrowed| narrowed.kind) as usize);
                }
                section(&mut out, id, &new);
            }
            Payload::GlobalSection(known) => {
                let mut new = bytes(old, from_items(old)?..old.len())?.to_vec();
                new.extend(globals.take().unwrap_or_default());
                section(&mut out, id, &counted(known.count() as usize + pool.len(), &new));
            }
            _ => section(&mut out, id, old),
        }
    }
    Ok(out)
}

/// A function whose calls to narrowed ones hand the rest over by globals, and which takes its own from there.
fn rewritten(
    module: &[u8],
    body: &FunctionBody,
    own: Option<&Narrowed>,
    all: &BTreeMap<u32, Narrowed>,
) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let locals: Vec<_> = body.get_locals_reader()?.into_iter().collect::<Result<_, _>>()?;
    let taken = own.map_or(&[][..], |own| &own.globals);
    number(&mut out, locals.len() + taken.len());
    let groups = taken.iter().map(|(_, value)| (1, *value)).chain(locals);
    for (count, value) in groups {
        number(&mut out, count as usize);
        out.push(code_of(value)?);
    }
    for ((global, _), local) in taken.iter().zip(own.map_or(0, |own| own.first)..) {
        out.push(0x23); // global.get
        number(&mut out, *global as usize);
        out.push(0x21); // local.set
        number(&mut out, local as usize);
    }
    let operators = body.get_operators_reader()?;
    let mut copied = operators.original_position();
    for operator in operators.into_iter_with_offsets() {
        let (operator, at) = operator?;
        if let Operator::Call { function_index } = operator
            && let Some(callee) = all.get(&function_index)
        {
            out.extend(bytes(module, narrow(&(copied..at))?)?);
            for (global, _) in callee.globals.iter().rev() {
                out.push(0x24); // global.set
                number(&mut out, *global as usize);
            }
            copied = at;
        }
        if matches!(operator, Operator::ReturnCall { function_index } if all.contains_key(&function_index)) {
            bail!("a tail call to a function with many arguments");
        }
    }
    out.extend(bytes(module, narrow(&(copied..body.range().end))?)?);
    Ok(out)
}

fn new_globals(pool: &[ValType]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    for value in pool {
        let zero: &[u8] = match value {
            ValType::I32 => &[0x41, 0],
            ValType::I64 => &[0x42, 0],
            ValType::F32 => &[0x43, 0, 0, 0, 0],
            ValType::F64 => &[0x44, 0, 0, 0, 0, 0, 0, 0, 0],
            other => bail!("an argument of type {other}"),
        };
        out.extend([code_of(*value)?, 1]);
        out.extend(zero);
        out.push(0x0b);
    }
    Ok(out)
}

fn code_of(value: ValType) -> Result<u8> {
    Ok(match value {
        ValType::I32 => 0x7f,
        ValType::I64 => 0x7e,
        ValType::F32 => 0x7d,
        ValType::F64 => 0x7c,
        ValType::V128 => 0x7b,
        ValType::FUNCREF => 0x70,
        ValType::EXTERNREF => 0x6f,
        other => bail!("a value of type {other}"),
    })
}

/// Where a section's items begin: behind their number.
fn from_items(section: &[u8]) -> Result<usize> {
    section.iter().position(|byte| byte & 0x80 == 0).map(|last| last + 1).context("a section without a number")
}

fn counted(count: usize, items: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    number(&mut out, count);
    out.extend(items);
    out
}

fn section(out: &mut Vec<u8>, id: u8, content: &[u8]) {
    out.push(id);
    number(out, content.len());
    out.extend(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `(module (func $wide (param i32 x 8)) (func (call $wide (i32.const 0) ... (i32.const 7))))`
    fn example() -> Vec<u8> {
        let mut out =
            b"\0asm\x01\0\0\0\x01\x0f\x02\x60\x08\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\0\x60\0\0\x03\x03\x02\0\x01".to_vec();
        let mut caller = vec![0];
        for value in 0..8 {
            caller.extend([0x41, value]);
        }
        caller.extend([0x10, 0, 0x0b]);
        let mut code = vec![2, 2, 0, 0x0b, caller.len() as u8];
        code.extend(caller);
        section(&mut out, 10, &code);
        out
    }

    fn operators(module: &[u8]) -> Vec<Vec<String>> {
        let bodies = Parser::new(0).parse_all(module).filter_map(|payload| match payload.unwrap() {
            Payload::CodeSectionEntry(body) => Some(body),
            _ => None,
        });
        bodies
            .map(|body| {
                body.get_operators_reader().unwrap().into_iter().map(|op| format!("{:?}", op.unwrap())).collect()
            })
            .collect()
    }

    #[test]
    fn what_is_too_much_goes_through_globals() {
        assert!(check(&example()).is_err());
        let narrowed = functions(&example()).unwrap();
        check(&narrowed).unwrap();
        let taken = [
            "GlobalGet { global_index: 0 }",
            "LocalSet { local_index: 6 }",
            "GlobalGet { global_index: 1 }",
            "LocalSet { local_index: 7 }",
            "End",
        ];
        let [callee, caller] = &operators(&narrowed)[..] else { panic!("two functions") };
        assert_eq!(callee[..], taken);
        // The last argument lies on top.
        assert_eq!(
            caller[7..],
            [
                "I32Const { value: 7 }",
                "GlobalSet { global_index: 1 }",
                "GlobalSet { global_index: 0 }",
                "Call { function_index: 0 }",
                "End"
            ]
        );
        assert_eq!(functions(&narrowed).unwrap(), narrowed, "nothing is left to do");
    }
}
