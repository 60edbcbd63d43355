#pragma once

#include "core/sheets/grid.h"
#include "core/sheets/styleslook.h"

#include <orcus/spreadsheet/import_interface.hpp>

#include <exception>
#include <memory>
#include <vector>

namespace sheets {

namespace orc = orcus::spreadsheet;

/// A book that is too much; thrown through orcus, which knows no other way to stop.
class BeyondBounds : public std::exception
{
public:
    explicit BeyondBounds(base::Error error) : m_error(std::move(error)) { }
    const base::Error &error() const { return m_error; }

private:
    base::Error m_error;
};

/// The texts that cells share, in the order of their numbers.
class SharedTexts : public orc::iface::import_shared_strings
{
public:
    size_t append(std::string_view text) override;
    size_t add(std::string_view text) override { return append(text); }
    void set_segment_font(size_t) override { }
    void set_segment_bold(bool) override { }
    void set_segment_italic(bool) override { }
    void set_segment_font_name(std::string_view) override { }
    void set_segment_font_size(double) override { }
    void set_segment_font_color(orc::color_elem_t, orc::color_elem_t, orc::color_elem_t, orc::color_elem_t) override { }
    void append_segment(std::string_view text) override { m_segments += text; }
    size_t commit_segments() override;

    /// Thrown out when there is no such text.
    const QString &text(size_t index) const { return m_texts.at(index); }

private:
    std::vector<QString> m_texts;
    std::string m_segments;
};

/// Takes the cells of one sheet from orcus. Only what is in a cell is kept, so an absurdly large sheet costs nothing.
class GridSink : public orc::iface::import_sheet,
                 public orc::iface::import_formula,
                 public orc::iface::import_array_formula,
                 public orc::iface::import_sheet_properties
{
public:
    GridSink(const QString &name, const SharedTexts &texts, const StylesLook &styles, qsizetype &cellsLeft)
        : m_texts(texts), m_styles(styles), m_cellsLeft(cellsLeft)
    {
        m_grid.name = name;
    }

    Grid grid(QDate firstDay) const;

    orc::iface::import_sheet_properties *get_sheet_properties() override { return this; }
    orc::iface::import_formula *get_formula() override { return this; }
    orc::iface::import_array_formula *get_array_formula() override { return this; }
    void set_auto(orc::row_t row, orc::col_t column, std::string_view text) override;
    void set_string(orc::row_t row, orc::col_t column, orc::string_id_t index) override;
    void set_value(orc::row_t row, orc::col_t column, double value) override;
    void set_bool(orc::row_t row, orc::col_t column, bool value) override;
    void set_date_time(orc::row_t row, orc::col_t column, int year, int month, int day, int, int, double) override;
    void set_format(orc::row_t row, orc::col_t column, size_t format) override;
    void set_format(orc::row_t, orc::col_t, orc::row_t, orc::col_t, size_t) override { }
    void fill_down_cells(orc::row_t, orc::col_t, orc::row_t) override { }
    orc::range_size_t get_sheet_size() const override { return {1048576, 16384}; }

    void set_column_width(orc::col_t, double, orcus::length_unit_t) override { }
    void set_column_hidden(orc::col_t, bool) override { }
    void set_row_height(orc::row_t, double, orcus::length_unit_t) override { }
    void set_row_hidden(orc::row_t, bool) override { }
    void set_merge_cell_range(const orc::range_t &range) override;

    void set_position(orc::row_t row, orc::col_t column) override;
    void set_formula(orc::formula_grammar_t, std::string_view) override { }
    void set_shared_formula_index(size_t) override { }
    void set_result_string(std::string_view) override { }
    void set_result_value(double) override { }
    void set_result_bool(bool) override { }
    void set_result_empty() override { }
    void commit() override { }

    void set_range(const orc::range_t &range) override;
    void set_result_string(orc::row_t, orc::col_t, std::string_view) override { }
    void set_result_value(orc::row_t, orc::col_t, double) override { }
    void set_result_bool(orc::row_t, orc::col_t, bool) override { }
    void set_result_empty(orc::row_t, orc::col_t) override { }

private:
    struct Format {
        int row = -1;
        int column = -1;
        size_t format = 0;
    };

    Cell &at(orc::row_t row, orc::col_t column);
    void keepFormat(int row, int column);

    Grid m_grid;
    const SharedTexts &m_texts;
    const StylesLook &m_styles;
    qsizetype &m_cellsLeft;
    Format m_lastFormat;
    QMap<int, QMap<int, size_t>> m_formats; ///< of cells that hold a number
    QMap<int, QMap<int, size_t>> m_shared; ///< index of the shared text; it may be read later than the cells
};

/// Reads addresses as they stand in the parts of a workbook: C12, $C$12, A1:C12. What is none is thrown out.
class Addresses : public orc::iface::import_reference_resolver
{
public:
    orc::src_address_t resolve_address(std::string_view address) override;
    orc::src_range_t resolve_range(std::string_view range) override;
};

/// Takes a workbook from orcus.
class BookSink : public orc::iface::import_factory, public orc::iface::import_global_settings
{
public:
    /// The sheets in their order, once all is read.
    QList<Grid> grids() const;

    orc::iface::import_global_settings *get_global_settings() override { return this; }
    orc::iface::import_shared_strings *get_shared_strings() override { return &m_texts; }
    orc::iface::import_styles *get_styles() override { return &m_styles; }
    orc::iface::import_reference_resolver *get_reference_resolver(orc::formula_ref_context_t) override { return &m_addresses; }
    orc::iface::import_sheet *append_sheet(orc::sheet_t index, std::string_view name) override;
    orc::iface::import_sheet *get_sheet(std::string_view name) override;
    orc::iface::import_sheet *get_sheet(orc::sheet_t index) override;
    void finalize() override { }

    void set_origin_date(int year, int month, int day) override { m_firstDay = QDate(year, month, day); }
    void set_default_formula_grammar(orc::formula_grammar_t) override { }
    orc::formula_grammar_t get_default_formula_grammar() const override { return orc::formula_grammar_t::xlsx; }
    void set_character_set(orcus::character_set_t) override { }

private:
    static constexpr qsizetype mostCells = 500'000;
    static constexpr size_t mostSheets = 200;

    SharedTexts m_texts;
    StylesLook m_styles;
    Addresses m_addresses;
    QDate m_firstDay{1899, 12, 30};
    qsizetype m_cellsLeft = mostCells;
    std::vector<std::pair<std::string, std::unique_ptr<GridSink>>> m_sheets;
};

}
