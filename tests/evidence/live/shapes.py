"""Answers made by hand after the documentation of each source: shapes, not recorded answers.

No endpoint has been called. The country ZZ does not exist.
"""

from __future__ import annotations

from datetime import UTC, datetime

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def worldbank(code: str, *rows: tuple[str, float | None, str]) -> list[object]:
    """Shape from documentation: v2, /country/all/indicator/CODE."""
    header = {"page": 1, "pages": 1, "per_page": 20000, "total": len(rows)}
    return [
        {**header, "sourceid": "2", "lastupdated": "2026-10-07"},
        [
            {
                "indicator": {"id": code, "value": "made up"},
                "country": {"id": country, "value": "made up"},
                "countryiso3code": country + country[-1:],
                "date": year,
                "value": value,
                "unit": "",
                "obs_status": "",
                "decimal": 0,
            }
            for country, value, year in rows
        ],
    ]


def places(*rows: tuple[str, str, str, str]) -> list[object]:
    """Shape from documentation: v2, /country. Rows: alpha-2, alpha-3, name, income level."""
    found = [
        {
            "id": iso3,
            "iso2Code": iso2,
            "name": name,
            "region": {
                "id": "NA" if level == "NA" else "LCN",
                "iso2code": "ZJ",
                "value": "made up",
            },
            "adminregion": {"id": "", "iso2code": "", "value": ""},
            "incomeLevel": {"id": level, "iso2code": "XX", "value": "made up"},
            "lendingType": {"id": "IBD", "iso2code": "XF", "value": "IBRD"},
            "capitalCity": "",
            "longitude": "",
            "latitude": "",
        }
        for iso2, iso3, name, level in rows
    ]
    return [{"page": 1, "pages": 1, "per_page": "400", "total": len(found)}, found]


ZZ = ("ZZ", "ZZZ", "Zedland", "LMC")
YY = ("YY", "YYY", "Ypsilonia", "HIC")
WORLD = ("1W", "WLD", "World", "NA")


def ripestat(data: object, status: str = "ok") -> dict[str, object]:
    """Shape from documentation: the envelope of every call."""
    return {
        "messages": [],
        "see_also": [],
        "version": "1.0",
        "data_call_name": "made up",
        "data_call_status": "supported",
        "cached": False,
        "data": data,
        "query_id": "20261122-made-up",
        "process_time": 12,
        "server_id": "app000",
        "build_version": "live.2026.11",
        "status": status,
        "status_code": 200,
        "time": "2026-11-22T11:59:00.000000",
    }


def coverage(day: str, covered: int, prefixes: int, country: str = "zz") -> dict[str, object]:
    """Shape from documentation: one point of rpki-history, delegated=true, daily."""
    return {
        "cc": country,
        "time": f"{day}T00:00:00",
        "family": 4,
        "rpki": {"vrp_count": 41},
        "delegated": {
            "prefixes": {"count": prefixes, "covered_by_rpki": {"count": covered}},
            "space": {"count": 4000, "covered_by_rpki": {"count": 3000}},
        },
        "warnings": [],
    }


def history(*points: dict[str, object]) -> dict[str, object]:
    return ripestat({"timeseries": list(points), "resource": "zz", "delegated": True})


def networks(routed: int = 17, registered: int = 21) -> dict[str, object]:
    """Shape from documentation: country-asns, lod=0."""
    stats = {"registered": registered, "routed": routed}
    countries = [{"resource": "zz", "stats": stats}]
    return ripestat({"countries": countries, "query_time": "2026-11-22T00:00:00"})


def ipv6(*rows: tuple[str, float], country: str = "ZZ") -> dict[str, object]:
    """Shape from documentation: v6economy. Rows: day, capable in per cent over 30 days."""
    return {
        "copyright": "made up",
        "description": "made up",
        "data": [
            {
                "date": day,
                "cc": country,
                "raw": {"seen": 90, "capable": 1, "capable_pc": 99.9},
                "30": {"seen": 2120.5, "capable": 212, "capable_pc": percent},
            }
            for day, percent in rows
        ],
    }


def blocking(all_: int, confirmed: int, anomalies: int) -> dict[str, object]:
    """Shape from documentation: aggregation without axes."""
    return {
        "v": 0,
        "dimension_count": 0,
        "result": {
            "anomaly_count": anomalies,
            "confirmed_count": confirmed,
            "failure_count": 3,
            "measurement_count": all_,
            "ok_count": all_ - anomalies - confirmed - 3,
        },
    }


def outages(*sources: str, country: str = "ZZ") -> dict[str, object]:
    """Shape from documentation: outages/events, one event for each detector named."""
    return {
        "type": "outages.events",
        "error": None,
        "data": [
            {
                "location": f"country/{country}",
                "start": 1_780_000_000 + 3600 * place,
                "duration": 3000,
                "score": 1234.5,
                "location_name": "Zedland",
                "overlaps_window": False,
                "datasource": source,
                "method": "median",
            }
            for place, source in enumerate(sources)
        ],
    }


def share(*rows: tuple[str, float]) -> dict[str, object]:
    """Shape from public clients: https/country/CC and dnssec/validation/country/CC."""
    return {"data": [{"date": day, "value": value} for day, value in rows]}


def resilience(*rows: tuple[str, int, int, float]) -> dict[str, object]:
    """Shape from public clients: resilience. Rows: country, year, quarter, value from 0 to 1."""
    return {
        "data": [
            {"country": country, "year": year, "quarter": quarter, "value": value, "pillars": {}}
            for country, year, quarter, value in rows
        ]
    }
