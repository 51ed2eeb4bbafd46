//! One module of several that belong together: what parts of the program share comes from the dividing library in many
//! small modules, each of which a page would have to ask for.
//!
//! They name nothing of each other, as they meet in the first part's table and memory; so their functions, contents of the
//! table and data follow one another, and what each imports is imported once.

use anyhow::{Result, bail};
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, CustomSection, DataCountSection, DataSection, ElementSection, FunctionSection, GlobalSection,
    ImportSection, Module, TypeSection,
};
use wasmparser::{Parser, Payload, TypeRef};

/// The section in which a module says what of WebAssembly's newer parts it uses.
const FEATURES: &str = "target_features";

/// The modules as one.
pub fn modules(all: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut merged = Merged::default();
    // What is imported is numbered before what is not, so all imports come first.
    let places = all.iter().map(|module| merged.import(module)).collect::<Result<Vec<_>>>()?;
    for (module, mut place) in all.iter().zip(places) {
        merged.take(module, &mut place)?;
    }
    Ok(merged.written())
}

/// Where what a module numbers from nought is among all modules.
#[derive(Default)]
struct Place {
    types: u32,
    elements: u32,
    data: u32,
    functions: Vec<u32>,
    globals: Vec<u32>,
    tables: Vec<u32>,
    memories: Vec<u32>,
}

/// A number that names nothing.
#[derive(Debug)]
struct Stray(u32);

impl std::fmt::Display for Stray {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "nothing has the number {}", self.0)
    }
}

impl std::error::Error for Stray {}

fn at(list: &[u32], index: u32) -> Result<u32, Error<Stray>> {
    list.get(index as usize).copied().ok_or(Error::UserError(Stray(index)))
}

impl Reencode for Place {
    type Error = Stray;
    fn type_index(&mut self, index: u32) -> Result<u32, Error<Stray>> {
        Ok(index + self.types)
    }
    fn element_index(&mut self, index: u32) -> Result<u32, Error<Stray>> {
        Ok(index + self.elements)
    }
    fn data_index(&mut self, index: u32) -> Result<u32, Error<Stray>> {
        Ok(index + self.data)
    }
    fn function_index(&mut self, index: u32) -> Result<u32, Error<Stray>> {
        at(&self.functions, index)
    }
    fn global_index(&mut self, index: u32) -> Result<u32, Error<Stray>> {
        at(&self.globals, index)
    }
    fn table_index(&mut self, index: u32) -> Result<u32, Error<Stray>> {
        at(&self.tables, index)
    }
    fn memory_index(&mut self, index: u32) -> Result<u32, Error<Stray>> {
        at(&self.memories, index)
    }
}

/// How many functions, globals, tables and memories there are.
#[derive(Default)]
struct Counts {
    functions: u32,
    globals: u32,
    tables: u32,
    memories: u32,
}

#[derive(Default)]
struct Merged {
    types: TypeSection,
    imports: ImportSection,
    functions: FunctionSection,
    globals: GlobalSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
    count: Counts,
    /// What of WebAssembly's newer parts the modules may use, as the compiler wrote it; the same in all.
    features: Option<Vec<u8>>,
    /// What is imported already, by its kind and both its names.
    known: BTreeMap<(&'static str, String, String), u32>,
}

impl Merged {
    /// Takes in a module's types and imports, and says where they are.
    fn import(&mut self, module: &[u8]) -> Result<Place> {
        let mut place = Place { types: self.types.len(), ..Place::default() };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(types) => place.parse_type_section(&mut self.types, types)?,
                Payload::CustomSection(section) if section.name() == FEATURES => {
                    self.features = Some(section.data().to_vec());
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        let (kind, count, list) = match import.ty {
                            TypeRef::Func(_) => ("function", &mut self.count.functions, &mut place.functions),
                            TypeRef::Global(_) => ("global", &mut self.count.globals, &mut place.globals),
                            TypeRef::Table(_) => ("table", &mut self.count.tables, &mut place.tables),
                            TypeRef::Memory(_) => ("memory", &mut self.count.memories, &mut place.memories),
                            other => bail!("an import of another kind: {other:?}"),
                        };
                        let named = (kind, import.module.to_owned(), import.name.to_owned());
                        let known = self.known.get(&named).copied();
                        list.push(known.unwrap_or(*count));
                        if known.is_none() {
                            self.known.insert(named, *count);
                            *count += 1;
                            place.parse_import(&mut self.imports, import)?;
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(place)
    }

    /// Takes in all the rest of a module.
    fn take(&mut self, module: &[u8], place: &mut Place) -> Result<()> {
        (place.elements, place.data) = (self.elements.len(), self.data.len());
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::FunctionSection(functions) => {
                    for kind in functions {
                        self.functions.function(place.type_index(kind?)?);
                        place.functions.push(self.count.functions);
                        self.count.functions += 1;
                    }
                }
                Payload::GlobalSection(globals) => {
                    for global in globals {
                        place.parse_global(&mut self.globals, global?)?;
                        place.globals.push(self.count.globals);
                        self.count.globals += 1;
                    }
                }
                Payload::ElementSection(elements) => place.parse_element_section(&mut self.elements, elements)?,
                Payload::CodeSectionEntry(body) => place.parse_function_body(&mut self.code, body)?,
                Payload::DataSection(data) => place.parse_data_section(&mut self.data, data)?,
                Payload::TableSection(_) | Payload::MemorySection(_) | Payload::TagSection(_) => {
                    bail!("a module with a table, a memory or a tag of its own")
                }
                Payload::ExportSection(exports) if exports.count() > 0 => bail!("a module with exports"),
                Payload::StartSection { .. } => bail!("a module that starts by itself"),
                _ => {}
            }
        }
        Ok(())
    }

    fn written(&self) -> Vec<u8> {
        let mut module = Module::new();
        module.section(&self.types).section(&self.imports).section(&self.functions).section(&self.globals);
        module.section(&self.elements).section(&DataCountSection { count: self.data.len() });
        module.section(&self.code).section(&self.data);
        if let Some(features) = &self.features {
            module.section(&CustomSection { name: FEATURES.into(), data: features.into() });
        }
        module.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, Elements, EntityType, Function, GlobalType, MemoryType, RefType, TableType, ValType,
    };
    use wasmparser::{ElementItems, ElementKind, Operator};

    /// A part as the dividing library writes it: a function that calls another, which stands in the table at `slot`, and
    /// a letter of data. It imports the table, the memory, and one global that the other part imports, too, or not.
    fn part(global: &str, slot: i32, letter: u8) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        let table =
            TableType { element_type: RefType::FUNCREF, table64: false, minimum: 9, maximum: None, shared: false };
        let memory = MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        imports.import("parts", "table", EntityType::Table(table));
        imports.import("parts", "memory", EntityType::Memory(memory));
        let kind = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        imports.import("parts", global, EntityType::Global(kind));
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut elements = ElementSection::new();
        elements.active(Some(0), &ConstExpr::i32_const(slot), Elements::Functions(vec![1].into()));
        let mut code = CodeSection::new();
        let mut calls = Function::new([]);
        calls.instructions().call(1).end();
        let mut reads = Function::new([]);
        reads.instructions().global_get(0).end();
        code.function(&calls).function(&reads);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(slot), [letter]);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&elements).section(&code).section(&data);
        module.finish()
    }

    /// What a merged module has: imports, which function each slot of the table holds, what each function does first, data.
    #[derive(Debug, Default, PartialEq)]
    struct Found {
        imports: Vec<String>,
        slots: Vec<(i32, u32)>,
        first: Vec<String>,
        data: Vec<u8>,
    }

    fn found(module: &[u8]) -> Found {
        let mut found = Found::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::ImportSection(section) => {
                    found.imports.extend(section.into_imports().map(|import| import.unwrap().name.to_owned()));
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        let element = element.unwrap();
                        let ElementKind::Active { offset_expr, .. } = element.kind else { panic!("no place") };
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read().unwrap() else {
                            panic!("no number")
                        };
                        let ElementItems::Functions(functions) = element.items else { panic!("no functions") };
                        found.slots.extend(functions.into_iter().map(|at| (value, at.unwrap())));
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    found.first.push(format!("{:?}", body.get_operators_reader().unwrap().read().unwrap()));
                }
                Payload::DataSection(section) => {
                    section.into_iter().for_each(|data| found.data.extend(data.unwrap().data))
                }
                _ => {}
            }
        }
        found
    }

    #[test]
    fn functions_table_and_data_of_one_module_follow_those_of_the_other() {
        let merged =
            found(&modules(&[part("stack", 3, b'a'), part("other", 5, b'b'), part("stack", 7, b'c')]).unwrap());
        let call = |function_index| format!("{:?}", Operator::Call { function_index });
        let global = |global_index| format!("{:?}", Operator::GlobalGet { global_index });
        let expected = Found {
            imports: ["table", "memory", "stack", "other"].map(str::to_owned).to_vec(),
            slots: vec![(3, 1), (5, 3), (7, 5)],
            first: vec![call(1), global(0), call(3), global(1), call(5), global(0)],
            data: b"abc".to_vec(),
        };
        assert_eq!(merged, expected);
    }

    #[test]
    fn what_is_no_part_is_refused() {
        assert!(modules(&[b"\0asm\x01\0\0".to_vec()]).is_err(), "cut");
        // (module (func) (export "f" (func 0)))
        let exports = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x07\x05\x01\x01f\0\0\x0a\x04\x01\x02\0\x0b";
        assert!(modules(&[exports.to_vec()]).is_err(), "with exports");
    }
}
