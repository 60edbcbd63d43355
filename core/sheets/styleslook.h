#pragma once

#include <orcus/spreadsheet/import_interface.hpp>

#include <QSet>

#include <vector>

namespace sheets {

namespace orc = orcus::spreadsheet;

/// Of all styles of a book only which of them show a number as a day. The other members are what orcus wants to hand over.
class StylesLook : public orc::iface::import_styles
{
public:
    /// Whether cells of \a format show days.
    bool showsDay(size_t format) const { return format < m_showsDay.size() && m_showsDay[format]; }

    void set_number_format_identifier(size_t id) override { m_format = id; }
    void set_number_format_code(std::string_view code) override;
    size_t commit_number_format() override;
    void set_xf_number_format(size_t id) override { m_xfFormat = id; }
    size_t commit_cell_xf() override;
    size_t commit_cell_style_xf() override { return commitOther(m_styleXfs); }
    size_t commit_dxf() override { return commitOther(m_dxfs); }

    void set_font_count(size_t) override { }
    void set_font_bold(bool) override { }
    void set_font_italic(bool) override { }
    void set_font_name(std::string_view) override { }
    void set_font_size(double) override { }
    void set_font_underline(orc::underline_t) override { }
    void set_font_underline_width(orc::underline_width_t) override { }
    void set_font_underline_mode(orc::underline_mode_t) override { }
    void set_font_underline_type(orc::underline_type_t) override { }
    void set_font_underline_color(orc::color_elem_t, orc::color_elem_t, orc::color_elem_t, orc::color_elem_t) override { }
    void set_font_color(orc::color_elem_t, orc::color_elem_t, orc::color_elem_t, orc::color_elem_t) override { }
    void set_strikethrough_style(orc::strikethrough_style_t) override { }
    void set_strikethrough_type(orc::strikethrough_type_t) override { }
    void set_strikethrough_width(orc::strikethrough_width_t) override { }
    void set_strikethrough_text(orc::strikethrough_text_t) override { }
    size_t commit_font() override { return m_fonts++; }
    void set_fill_count(size_t) override { }
    void set_fill_pattern_type(orc::fill_pattern_t) override { }
    void set_fill_fg_color(orc::color_elem_t, orc::color_elem_t, orc::color_elem_t, orc::color_elem_t) override { }
    void set_fill_bg_color(orc::color_elem_t, orc::color_elem_t, orc::color_elem_t, orc::color_elem_t) override { }
    size_t commit_fill() override { return m_fills++; }
    void set_border_count(size_t) override { }
    void set_border_style(orc::border_direction_t, orc::border_style_t) override { }
    void set_border_color(orc::border_direction_t, orc::color_elem_t, orc::color_elem_t, orc::color_elem_t,
                          orc::color_elem_t) override
    {
    }
    void set_border_width(orc::border_direction_t, double, orcus::length_unit_t) override { }
    size_t commit_border() override { return m_borders++; }
    void set_cell_hidden(bool) override { }
    void set_cell_locked(bool) override { }
    void set_cell_print_content(bool) override { }
    void set_cell_formula_hidden(bool) override { }
    size_t commit_cell_protection() override { return m_protections++; }
    void set_number_format_count(size_t) override { }
    void set_cell_xf_count(size_t) override { }
    void set_cell_style_xf_count(size_t) override { }
    void set_dxf_count(size_t) override { }
    void set_xf_font(size_t) override { }
    void set_xf_fill(size_t) override { }
    void set_xf_border(size_t) override { }
    void set_xf_protection(size_t) override { }
    void set_xf_style_xf(size_t) override { }
    void set_xf_apply_alignment(bool) override { }
    void set_xf_horizontal_alignment(orc::hor_alignment_t) override { }
    void set_xf_vertical_alignment(orc::ver_alignment_t) override { }
    void set_cell_style_count(size_t) override { }
    void set_cell_style_name(std::string_view) override { }
    void set_cell_style_xf(size_t) override { }
    void set_cell_style_builtin(size_t) override { }
    void set_cell_style_parent_name(std::string_view) override { }
    size_t commit_cell_style() override { return m_cellStyles++; }

private:
    size_t commitOther(size_t &count)
    {
        m_xfFormat = 0;
        return count++;
    }

    size_t m_format = 0;
    bool m_codeShowsDay = false;
    size_t m_xfFormat = 0;
    QSet<size_t> m_dayFormats; ///< ids of the book's own number formats that show days
    std::vector<bool> m_showsDay; ///< by cell format
    size_t m_numberFormats = 0;
    size_t m_styleXfs = 0;
    size_t m_dxfs = 0;
    size_t m_fonts = 0;
    size_t m_fills = 0;
    size_t m_borders = 0;
    size_t m_protections = 0;
    size_t m_cellStyles = 0;
};

}
