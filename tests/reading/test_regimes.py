"""A short invented report of each regime resolves to the dossier's actors, places and instruments."""

from __future__ import annotations

import pytest

import trucewatch

LEBANON = """\
BEIRUT - The Lebanese Army said on Monday that it had moved into Kfarkela and Aytaroun after Israeli forces pulled back.
Defence Minister Israel Katz said the IDF would stay on Hamames hill until February 18 under the November 27 ceasefire.
President Joseph Aoun told Morgan Ortagus that the sixty days had expired. "We will not accept a presence south of the
Blue Line," he said. Hezbollah's Sheikh Naim Qassem spoke of violations in Meiss el-Jabal. UNIFIL spokesman Andrea
Tenenti said peacekeepers had seen fire at Naqoura. The five-member committee will meet on Thursday.
"""
ETHIOPIA = """\
MEKELLE - The Tigray Defense Forces have begun to hand tanks to the ENDF at Agula, the AU monitors said on Wednesday.
Getachew Reda of the TPLF wrote that the front had kept its word under the Pretoria deal. Redwan Hussein told reporters
in Addis Ababa that services had been restored in Aksum and Shire. Eritrean troops were still in Zalambesa and Irob, he
was told. Under the Nairobi Declaration Field Marshal Birhanu Jula and Tadesse Werede meet in Wolkait.
Abiy will meet Debretsion.
"""
SUDAN = """\
Saudi Arabia and the United States said on Monday that the SAF and the RSF had agreed to prolong the May 20 ceasefire by
five days. The Sudanese army said that the paramilitaries had not withdrawn from hospitals in Omdurman and Bahri. "Our
forces keep the truce," Hemedti said in a message. Residents reported clashes in Geneina and Nyala. General Abdel-Fattah
Burhan asked for the removal of Volker Perthes. The Monitoring and Coordination Committee meets in Jeddah under the
Jeddah Declaration.
"""
MINSK = """\
DONETSK - The OSCE Special Monitoring Mission said on Tuesday that it could not verify the withdrawal of heavy weapons.
Under the second point of the Package of Measures the guns were to be gone in 14 days. "We have no full access," said
Alexander Hug; patrols had been turned back at Shirokino and Debaltsevo. Eduard Basurin, a spokesman for the DPR, said
the rebels had done their part. Ukraine's general staff denied that. Andriy Lysenko said that militants had fired at
Avdeevka and Artemivsk. Foreign Minister Pavlo Klimkin spoke with Frank-Walter Steinmeier. In Lugansk, Ihor Plotnytsky
asked the Rada for the resolution; the Minsk Protocol had asked for a law, he said.
"""
LIBYA = """\
SIRTE - The 5+5 committee announced on Friday that the road to Misurata was open. The October 23 agreement also says
that all foreign fighters must leave Libya within three months. "Not one of them has gone," said Jan Kubis, the head of
UNSMIL. Ahmed al-Mesmari of the LNA accused Turkey of keeping Syrian mercenaries at the al-Watiya air base. Hulusi Akar
replied that Haftar's militias had brought Wagner to Al-Jufra airbase. Prime Minister Abdulhamid Dbeiba praised the
commission in Tripoli. Agila Saleh said in Tobruk that the LPDF roadmap stands. Najla al-Mangoush will meet Sameh
Shoukry in Cairo.
"""
REPORTS = {
    "lebanon-2024": (
        LEBANON,
        "2025-01-27",
        "lebanon-armed-forces israel-armed-forces israel-katz joseph-aoun morgan-ortagus hezbollah naim-qassem unifil "
        "andrea-tenenti cessation-mechanism",
        "kfar-kila aitaroun hamames-hill blue-line mays-al-jabal naqoura",
        "2024-11-27",
    ),
    "ethiopia-coha": (
        ETHIOPIA,
        "2023-01-12",
        "tigray-defence-forces ethiopia-armed-forces au-mvcm getachew-reda tplf redwan-hussien eritrea-armed-forces "
        "birhanu-jula tadesse-werede abiy-ahmed debretsion-gebremichael",
        "agulae addis-ababa axum shire zalambessa irob welkait",
        "2022-11-02 2022-11-12",
    ),
    "sudan-jeddah": (
        SUDAN,
        "2023-05-29",
        "saudi-arabia united-states sudan-armed-forces rapid-support-forces mohamed-hamdan-dagalo "
        "abdel-fattah-al-burhan volker-perthes monitoring-and-coordination-committee",
        "omdurman bahri el-geneina nyala jeddah",
        "2023-05-20 2023-05-11",
    ),
    "minsk-ii": (
        MINSK,
        "2015-03-03",
        "osce-smm alexander-hug eduard-basurin donetsk-peoples-republic dpr-forces ukraine-general-staff "
        "andriy-lysenko pavlo-klimkin frank-walter-steinmeier igor-plotnitsky verkhovna-rada",
        "donetsk shyrokyne debaltseve avdiivka bakhmut luhansk",
        "2015-02-12 2014-09-05",
    ),
    "libya-2020": (
        LIBYA,
        "2021-08-02",
        "jmc-libya foreign-fighters-libya jan-kubis unsmil ahmed-al-mismari lna turkey syrian-fighters-libya "
        "hulusi-akar wagner-group abdul-hamid-dbeibah aguila-saleh najla-mangoush sameh-shoukry",
        "sirte misrata watiya-airbase jufra-airbase tripoli tobruk cairo",
        "2020-10-23 2020-11-15",
    ),
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_resolves(name: str) -> None:
    text, published, actors, places, instruments = REPORTS[name]
    reading = trucewatch.read(text, published, name)
    assert set(actors.split()) <= {actor.id for actor in reading.actors if actor.known}
    found = {place.id for place in reading.places if place.known}
    assert set(places.split()) <= found
    assert set(instruments.split()) <= {each.id for each in reading.instruments}
