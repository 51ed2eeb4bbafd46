//! Characters that look alike and are not the same.
//!
//! A font has one picture for 一 (U+4E00) and for the radical ⼀ (U+2F00), and programs that write PDF files note either of
//! the two. The ordinary character is meant.

/// The ordinary characters of the Kangxi radicals, U+2F00 to U+2FD5.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
    廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
    邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The ordinary characters of the compatibility ideographs, U+F900 to U+FAD9; some have none and stand for themselves.
const COMPATIBLE: &str = "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆\
    虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參\
    塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說\
    廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪\
    律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀\
    﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑\
    梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘﩮﩯並况全侀充冀勇勺喝啕\
    喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛\
    練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎";

/// Further radicals that are written like an ordinary character (Unicode's EquivalentUnifiedIdeograph).
#[rustfmt::skip]
const FURTHER: [(char, char); 58] = [
    ('\u{2e81}', '厂'), ('\u{2e84}', '乙'), ('\u{2e88}', '刀'), ('\u{2e8a}', '卜'), ('\u{2e8c}', '小'), ('\u{2e8d}',
    '小'), ('\u{2e8e}', '兀'), ('\u{2e90}', '尢'), ('\u{2e92}', '巳'), ('\u{2e93}', '幺'), ('\u{2e9c}', '日'),
    ('\u{2e9d}', '月'), ('\u{2e9f}', '母'), ('\u{2ea0}', '民'), ('\u{2ea7}', '牛'), ('\u{2ea9}', '王'), ('\u{2eaa}',
    '疋'), ('\u{2eab}', '目'), ('\u{2eac}', '示'), ('\u{2eae}', '竹'), ('\u{2eb6}', '羊'), ('\u{2eb7}', '羊'),
    ('\u{2ebb}', '聿'), ('\u{2ebc}', '肉'), ('\u{2ebd}', '臼'), ('\u{2ec1}', '虎'), ('\u{2ec4}', '西'), ('\u{2ec5}',
    '见'), ('\u{2ec6}', '角'), ('\u{2ec7}', '角'), ('\u{2ec9}', '贝'), ('\u{2eca}', '足'), ('\u{2ecb}', '车'),
    ('\u{2ed1}', '長'), ('\u{2ed3}', '长'), ('\u{2ed4}', '门'), ('\u{2ed5}', '阜'), ('\u{2ed7}', '雨'), ('\u{2ed8}',
    '青'), ('\u{2ed9}', '韦'), ('\u{2eda}', '页'), ('\u{2edb}', '风'), ('\u{2edc}', '飞'), ('\u{2edd}', '食'),
    ('\u{2ee1}', '首'), ('\u{2ee2}', '马'), ('\u{2ee3}', '骨'), ('\u{2ee4}', '鬼'), ('\u{2ee5}', '鱼'), ('\u{2ee6}',
    '鸟'), ('\u{2ee7}', '卤'), ('\u{2ee8}', '麦'), ('\u{2ee9}', '黄'), ('\u{2eec}', '齐'), ('\u{2eee}', '齿'),
    ('\u{2ef0}', '龙'), ('\u{2ef1}', '龜'), ('\u{2ef3}', '龟'),
];

/// The ordinary character for one that looks like it; other characters as they are.
pub fn ordinary(c: char) -> char {
    let among = |first: char, all: &str| {
        let place = (c as u32).checked_sub(first as u32).and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| all.chars().nth(place))
    };
    match c {
        '\u{2f00}'..='\u{2fd5}' => among('\u{2f00}', RADICALS).unwrap_or(c),
        '\u{2e80}'..='\u{2ef3}' => {
            FURTHER.iter().find(|(radical, _)| *radical == c).map_or(c, |(_, ordinary)| *ordinary)
        }
        '\u{f900}'..='\u{fad9}' => among('\u{f900}', COMPATIBLE).unwrap_or(c),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => ' ',
        '\u{ad}' | '\u{2010}' | '\u{2011}' => '-',
        _ => c,
    }
}

/// Whether a character says nothing: private, a control, or a sign for an unknown one.
pub fn is_unknown(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{f0000}'..) || c.is_control() && !c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_ordinary_characters() {
        for (from, to) in [
            ('\u{2f00}', '一'),
            ('\u{2f0f}', '几'),
            ('\u{2fd5}', '龠'),
            ('\u{f914}', '樂'),
            ('\u{2ea0}', '民'),
            ('力', '力'),
        ] {
            assert_eq!(ordinary(from), to);
        }
        assert_eq!((RADICALS.chars().count(), COMPATIBLE.chars().count()), (214, 474));
    }
}
