"""Small made-up laws, and the extract a reader would make of them."""

from __future__ import annotations

from assess.bill.extract import Extract, Kind, Line


def extract(text: str, kind: Kind = "text") -> Extract:
    """One line of the text, one line of the extract."""
    lines: list[Line] = []
    start = 0
    for line in text.strip("\n").split("\n"):
        lines.append(Line(line, start))
        start += len(line) + 1
    return Extract(kind, tuple(lines))


KENYA = """
THE DATA ACT, 2024
ARRANGEMENT OF SECTIONS
1. Short title.
2. Interpretation.
3. Duty of providers.
4. Offences.
BE IT ENACTED by the Parliament of Kenya as follows—
PART I—PRELIMINARY
1. This Act may be cited as the Data Act, 2024, and comes into operation in a year.
2. In this Act, unless the context otherwise requires, “provider” means anyone who provides.
PART II—DUTIES
3. (1) A provider shall keep records as the Authority may direct under section 2.
(2) The records shall be kept for a year.
4. A person who contravenes section 3 commits an offence.
FIRST SCHEDULE
1. Fee for a licence
2. Fee for its renewal
SECOND SCHEDULE
Forms.
"""

INDIA = """
1. Short title and extent.—(1) This Act may be called the Wires Act, 2025.
(2) It extends to the whole of India.
2. Definitions.—In this Act, unless the context otherwise requires, "wire" means a wire.
3. Licence.—No person shall lay a wire without a licence.
4. Penalty.—Whoever contravenes section 3 shall be punished with fine.
"""

BRITAIN = """
Duties of carriers
1 Duty to keep records
(1) A carrier must keep records of what it carries.
(2) Records must be kept for 12 months.
2 Duty to report
(1) A carrier must report to the regulator under section 1.
2A Reports in Scotland
(1) In Scotland the report goes to the Scottish Ministers.
3 Short title
This Act may be cited as the Carriers Act 2025.
Schedule 1
Records
1 A record must have a date.
2 A record must have a place.
"""

AMERICA = """
A BILL
To keep the wires open, and for other purposes.
Be it enacted by the Senate and House of Representatives in Congress assembled,
SECTION 1. SHORT TITLE.
This Act may be cited as the “Open Wires Act”.
SEC. 2. FINDINGS.
Congress finds that wires are open.
SEC. 3. AMENDMENT.
Section 4 of the Wires Act is amended to read as follows:
“SEC. 4. OPENNESS.
“(a) Wires shall be open.
“SEC. 4A. REPORTS.
“(a) The Commission shall report.”.
SEC. 4. EFFECTIVE DATE.
This Act takes effect in a year.
"""

FRANCE = """
Article 1er A
La présente loi fixe les règles applicables aux réseaux.
Article 1er
Les opérateurs conservent les données pendant un an, sous réserve de l’article 2.
Article 1er bis
Les données sont effacées ensuite.
Article 2
L’article 5 de la loi n° 2004-575 est ainsi rédigé :
« Art. 5. – Les fournisseurs filtrent les contenus.
« Art. 5-1. – Un décret précise ce filtrage. »
Article 3
La présente loi entre en vigueur dans un an.
"""

GERMANY = """
Kabelgesetz
Abschnitt 1
Allgemeines
§ 1 Anwendungsbereich
Dieses Gesetz gilt für Betreiber von Kabeln.
§ 2 Begriffsbestimmungen
(1) Betreiber ist, wer ein Kabel betreibt. Das Nähere regelt
§ 5 Absatz 2 des Fernmeldegesetzes.
§ 2a Pflichten
Der Betreiber meldet Störungen.
Abschnitt 2
Schluss
§ 3 Bußgeldvorschriften
Ordnungswidrig handelt, wer entgegen § 2a eine Störung nicht meldet.
§ 4 Inkrafttreten
Dieses Gesetz tritt am Tag nach der Verkündung in Kraft.
Anlage 1
Tabelle der Kabel
"""

SPAIN = """
LEY DE CABLES
TÍTULO I
Disposiciones generales
Artículo 1. Objeto.
Esta ley regula los cables.
Artículo 2. Definiciones.
A los efectos de esta ley se entiende por cable todo cable.
TÍTULO II
Obligaciones
Artículo 3. Obligaciones de los operadores.
Los operadores cumplirán lo dispuesto en el artículo 2.
Artículo 4. Infracciones y sanciones.
El incumplimiento del artículo 3 será sancionado con multa.
DISPOSICIONES TRANSITORIAS
Artículo primero.- Los cables actuales se mantienen por un año.
Artículo segundo.- El reglamento se dictará en seis meses.
"""

BRAZIL = """
Art. 1º Esta Lei estabelece princípios para o uso da rede.
Art. 2º Para os efeitos desta Lei, considera-se:
I - rede: o sistema de cabos;
II - terminal: o computador.
Parágrafo único. O disposto no
art. 1º não se aplica a cabos privados.
§ 1º O poder público fiscalizará.
§ 2º O regulamento disporá sobre multas.
Art. 3º-A A guarda dos registros obedecerá ao art. 2º desta Lei.
Art. 4º Esta Lei entra em vigor na data de sua publicação.
"""

EGYPT = """
المادة الأولى
يقصد بالكلمات التالية في هذا القانون المعاني المبينة.
المادة الثانية
يلتزم مقدمو الخدمة بحفظ السجلات.
المادة الثالثة
يعاقب كل من يخالف حكم المادة الثانية بالغرامة.
المادة الرابعة
ينشر هذا القانون في الجريدة الرسمية.
"""

EGYPT_DIGITS = """
مادة (١)
في تطبيق أحكام هذا القانون يقصد بالشبكة كل شبكة.
مادة (٢)
يلتزم مقدمو الخدمة بحفظ السجلات.
مادة (٣)
ينشر هذا القانون في الجريدة الرسمية.
"""

CHINA = """
网络管理条例
第一章 总则
第一条 为了管理网络，制定本条例。
第二条 本条例所称网络，是指各种网络。
第二章 义务
第三条 网络运营者应当依照
第二条的规定保存记录。
第四条 违反本条例第三条规定的，处以罚款。
第三章 附则
第五条 本条例自公布之日起施行。
"""

KOREA = """
제1장 총칙
제1조(목적) 이 법은 통신망을 관리함을 목적으로 한다.
제2조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다.
제2조의2(의무) 사업자는 제2조에 따른 기록을 보관하여야 한다.
제3조(벌칙) 제2조의2를 위반한 자는 벌금에 처한다.
부칙
제1조(시행일) 이 법은 공포한 날부터 시행한다.
"""

RUSSIA = """
Глава 1. Общие положения
Статья 1. Предмет регулирования
Настоящий закон регулирует сети связи.
Статья 2. Основные понятия
В законе используются понятия.
Глава 2. Обязанности
Статья 2¹. Хранение сведений
Оператор хранит сведения в порядке статьи 2 настоящего закона.
Статья 3. Ответственность
Нарушение статьи 2 влечёт штраф.
"""

FINLAND = """
1 luku
Yleiset säännökset
1 §
Soveltamisala
Tätä lakia sovelletaan verkkoihin.
2 §
Määritelmät
Tässä laissa tarkoitetaan verkolla kaikkia verkkoja.
2 luku
Velvollisuudet
1 §
Tietojen säilyttäminen
Teleyrityksen on säilytettävä tiedot.
2 §
Seuraamukset
Laiminlyönnistä tuomitaan sakkoon.
"""

HINDI = """
धारा १
यह अधिनियम तार अधिनियम कहलाएगा और यह पूरे देश में लागू होगा।
धारा २
इस अधिनियम में तार का अर्थ कोई भी तार है।
धारा ३
जो कोई धारा २ का उल्लंघन करेगा वह दण्डित होगा।
"""

ROMAN = """
ARTICLE I
Purpose
The Parties keep their networks open.
ARTICLE II
Definitions
In this Agreement a network is any network.
ARTICLE III
Entry into force
This Agreement enters into force under Article II.
"""

CANADA_BILL = """
1 The Broadcasting Act is amended by adding the following after section 4:
4.1 (1) This Act does not apply to users.
4.2 For the purposes of section 4.1, programs are excluded.
2 Section 5 of the Act is replaced by the following:
5 (1) The Commission shall regulate.
(2) It may make orders.
3 (1) Subsection 9(1) of the Act is repealed.
(2) Section 9 of the Act is amended by adding the following after subsection (3):
(4) The Commission may.
4 The Act is amended by adding the following after section 10:
11 A person must pay.
5 This Act comes into force on the day on which it is assented to.
"""

UNION = """
(1) Whereas is no word here, but a reason stands in its own paragraph.
Whereas:
(1) Networks matter to everyone in the Union.
(2) Rules differ between Member States.
HAVE ADOPTED THIS REGULATION:
CHAPTER I
GENERAL PROVISIONS
Article 1
Subject matter
This Regulation lays down rules in accordance with
Article 5 of Regulation (EU) 2020/1 and the following ones.
Article 2
Amendments to Regulation (EU) 2020/1
Regulation (EU) 2020/1 is amended as follows:
(1) Article 5 is replaced by the following:
‘Article 5
Monitoring
1. Providers shall monitor.
Article 5a
Reports
Providers shall report.’;
(2) in Article 7, paragraph 2 is deleted.
CHAPTER II
FINAL PROVISIONS
Article 3
Entry into force
This Regulation shall enter into force on the day after its publication. Article 1 applies later.
ANNEX I
Forms
ANNEX II
More forms
"""

MEMO = """
Memo on network fees
We propose that large platforms pay a fee to networks. It would be set each year.
Background
Networks say that traffic grows. Others doubt this.
The regulator would keep a list of those who pay.
"""

SWEDEN = """
1 kap. Inledande bestämmelser
1 § Denna lag innehåller bestämmelser om nät.
2 § I denna lag avses med nät alla nät.
2 kap. Skyldigheter
1 § Den som driver nät ska anmäla det.
2 a § Anmälan görs till myndigheten.
3 § Den som bryter mot 1 § döms till böter.
"""

HUNGARY = """
1. § E törvény célja a hálózatok szabályozása.
2. § E törvény alkalmazásában hálózat: minden hálózat.
2/A. § A szolgáltató bejelenti.
3. § Ez a törvény kihirdetése napján lép hatályba.
"""

TURKEY = """
BİRİNCİ BÖLÜM
Amaç ve Kapsam
Amaç
MADDE 1- (1) Bu Kanunun amacı ağları düzenlemektir.
Kapsam
MADDE 2- (1) Bu Kanun bütün ağları kapsar.
Yürürlük
MADDE 3- (1) Bu Kanun yayımı tarihinde yürürlüğe girer.
"""

TEXAS = """
CHAPTER 521. NETWORKS
Sec. 521.001. DEFINITIONS. In this chapter, "network" means any network.
Sec. 521.002. DUTY. A network shall comply with this chapter.
SUBCHAPTER B. ENFORCEMENT
Sec. 521.051. PENALTY. A person who violates Section 521.002 is liable.
Sec. 521.052. RULES. Rules may be adopted.
"""
