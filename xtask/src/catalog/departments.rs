//! Departments: names, spellings, groups, units. Compiled from the programs' facts and the curricula's group names.

use serde_json::{Value, json};

/// One department. Empty strings and slices mean "nothing known".
struct Department {
    name: &'static str,
    college: &'static str,
    aliases: &'static [&'static str],
    groups: &'static [&'static str],
    classes: &'static [&'static str],
    units: &'static [&'static str],
    /// Institutes of the same stem, the college and its interdisciplinary class: whether their courses are "outside
    /// the own department" is left for the department to say.
    related: &'static [&'static str],
}

const TABLE: &[Department] = &[
    Department {
        name: "機械系",
        college: "機電學院",
        aliases: &["機械工程系"],
        groups: &["機械系"],
        classes: &["機電學士班【機械工程系】"],
        units: &["機械系"],
        related: &["機電所", "製科所", "機電學院"],
    },
    Department {
        name: "車輛系",
        college: "機電學院",
        aliases: &["車輛工程系"],
        groups: &["車輛系"],
        classes: &["機電學士班【車輛工程系】"],
        units: &["車輛系"],
        related: &["機電學院"],
    },
    Department {
        name: "能源系",
        college: "機電學院",
        aliases: &["能源冷凍空調系", "能源與冷凍空調系", "能源與冷凍空調工程系", "冷凍系"],
        groups: &["能源冷凍空調系"],
        classes: &["機電學士班【能源與冷凍空調工程系】"],
        units: &["能源冷凍空調系"],
        related: &["機電學院"],
    },
    Department {
        name: "機電技優領航專班",
        college: "機電學院",
        aliases: &["機電技優專班"],
        groups: &["機電學院【機電技優領航專班】"],
        classes: &[],
        units: &[],
        related: &["機電學院"],
    },
    Department {
        name: "電機系",
        college: "電資學院",
        aliases: &["電機工程系"],
        groups: &["電機系"],
        classes: &["電資學士班【電機工程系】"],
        units: &["電機系"],
        related: &["電資學院", "電資學士班"],
    },
    Department {
        name: "電子系",
        college: "電資學院",
        aliases: &["電子工程系"],
        groups: &["電子系"],
        classes: &["電資學士班【電子工程系】"],
        units: &["電子系"],
        related: &["電資學院", "電資學士班"],
    },
    Department {
        name: "資工系",
        college: "電資學院",
        aliases: &["資訊工程系"],
        groups: &["資工系"],
        classes: &["電資學士班【資訊工程系】"],
        units: &["資工系"],
        related: &["電資學院", "電資學士班"],
    },
    Department {
        name: "光電系",
        college: "電資學院",
        aliases: &["光電工程系"],
        groups: &["光電系"],
        classes: &["電資學士班【光電工程系】"],
        units: &["光電系"],
        related: &["電資學院", "電資學士班"],
    },
    Department {
        name: "電資學院",
        college: "電資學院",
        aliases: &["電機資訊學院"],
        groups: &[],
        classes: &[],
        units: &["電資學院"],
        related: &[],
    },
    Department {
        name: "化工系",
        college: "工程學院",
        aliases: &["化學工程與生物科技系", "化工與生技系"],
        groups: &["化工系"],
        classes: &["工程科技學士班【化學工程與生物科技系】"],
        units: &["化工系"],
        related: &["化工所", "生化所", "工程學院"],
    },
    Department {
        name: "材資系",
        college: "工程學院",
        aliases: &["材料及資源工程系"],
        groups: &["材資系【材料組】", "材資系【資源組】"],
        classes: &["工程科技學士班【材料及資源工程系材料組】", "工程科技學士班【材料及資源工程系資源組】"],
        units: &["材資系"],
        related: &["材料所", "資源所", "工程學院"],
    },
    Department {
        name: "土木系",
        college: "工程學院",
        aliases: &["土木工程系"],
        groups: &["土木系"],
        classes: &["工程科技學士班【土木工程系】"],
        units: &["土木系"],
        related: &["防災所", "工程學院"],
    },
    Department {
        name: "分子系",
        college: "工程學院",
        aliases: &["分子科學與工程系"],
        groups: &["分子系"],
        classes: &["工程科技學士班【分子科學與工程系】"],
        units: &["分子系"],
        related: &["高分所", "工程學院"],
    },
    Department {
        name: "環境所",
        college: "工程學院",
        aliases: &["環境工程與管理研究所"],
        groups: &[],
        classes: &[],
        units: &["環境所"],
        related: &["工程學院"],
    },
    Department {
        name: "工管系",
        college: "管理學院",
        aliases: &["工業工程與管理系"],
        groups: &["工管系"],
        classes: &[],
        units: &["工管系"],
        related: &["管理學院", "管理所"],
    },
    Department {
        name: "經管系",
        college: "管理學院",
        aliases: &["經營管理系"],
        groups: &["經管系"],
        classes: &[],
        units: &["經管系"],
        related: &["管理學院", "管理所"],
    },
    Department {
        name: "資財系",
        college: "管理學院",
        aliases: &["資訊與財金管理系"],
        groups: &["資財系"],
        classes: &[],
        units: &["資財系"],
        related: &["管理學院", "管理所", "國際金融科技專班"],
    },
    Department {
        name: "工設系",
        college: "設計學院",
        aliases: &["工業設計系"],
        groups: &["工設系【產品設計組】", "工設系【家具與室內設計組】"],
        classes: &["創意設計學士班【工業設計系產品設計組】", "創意設計學士班【工業設計系家具與室內設計組】"],
        units: &["工設系"],
        related: &["創新所", "設計所", "設計學院", "創意設計學士班"],
    },
    Department {
        name: "建築系",
        college: "設計學院",
        aliases: &[],
        groups: &["建築系"],
        classes: &["創意設計學士班【建築系】"],
        units: &["建築系"],
        related: &["建都所", "設計所", "設計學院", "創意設計學士班"],
    },
    Department {
        name: "互動系",
        college: "設計學院",
        aliases: &["互動設計系"],
        groups: &["互動系【媒體設計組】", "互動系【視覺傳達設計組】"],
        classes: &["創意設計學士班【互動設計系媒體設計組】", "創意設計學士班【互動設計系視覺傳達設計組】"],
        units: &["互動系"],
        related: &["創新所", "設計所", "設計學院", "創意設計學士班", "互動與創新外生專班"],
    },
    Department {
        name: "應英系",
        college: "人社學院",
        aliases: &["英文系", "應用英文系"],
        groups: &["英文系"],
        classes: &[],
        units: &["英文系"],
        related: &["人社學院"],
    },
    Department {
        name: "文發系",
        college: "人社學院",
        aliases: &["文化事業發展系"],
        groups: &["文發系"],
        classes: &[],
        units: &["文發系"],
        related: &["人社學院"],
    },
    Department {
        name: "半導體學士學位學程",
        college: "",
        aliases: &[],
        groups: &["半導體學士學位學程"],
        classes: &[],
        units: &["半導體學士學位學程"],
        related: &["半導體外生專班"],
    },
    Department {
        name: "半導體外生專班",
        college: "",
        aliases: &[],
        groups: &["半導體外生專班"],
        classes: &[],
        units: &["半導體外生專班"],
        related: &["半導體學士學位學程"],
    },
    Department {
        name: "互動與創新外生專班",
        college: "",
        aliases: &[],
        groups: &["互動與創新外生專班"],
        classes: &[],
        units: &["互動與創新外生專班"],
        related: &["互動系", "創新所"],
    },
];

/// The `departments` of the catalog.
pub fn table() -> Value {
    let row = |d: &Department| {
        let mut row = json!({"name": d.name});
        if !d.college.is_empty() {
            row["college"] = json!(d.college);
        }
        for (key, list) in [
            ("aliases", d.aliases),
            ("groups", d.groups),
            ("classes", d.classes),
            ("units", d.units),
            ("related_units", d.related),
        ] {
            if !list.is_empty() {
                row[key] = json!(list);
            }
        }
        row
    };
    TABLE.iter().map(row).collect()
}

/// The groups of the curricula that students belong to, in the table's order.
pub fn groups() -> impl Iterator<Item = &'static str> {
    TABLE.iter().flat_map(|d| d.groups.iter().chain(d.classes)).copied()
}

/// The name under which the table holds a department, for any of its names.
pub fn canonical(name: &str) -> Option<&'static str> {
    TABLE.iter().find(|d| d.name == name || d.aliases.contains(&name)).map(|d| d.name)
}
