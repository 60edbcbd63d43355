#include "app/hub/web/formdata.h"

// GLib has a member called "signals".
#undef signals
#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace web {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostParts = 10;
constexpr qsizetype longestField = 200;

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class Object>
using Held = std::unique_ptr<Object, Unref>;

base::Fail notAForm(const QString &why)
{
    return base::Fail({base::Error::Kind::Document, why, {}});
}

QByteArray contentOf(GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content)
        return {};
    const Held<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, memory.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return {reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len)};
}

base::Result<> take(FormData &form, GMimeObject *object)
{
    const GMimeContentDisposition *disposition = g_mime_object_get_content_disposition(object);
    const char *name = disposition ? g_mime_object_get_content_disposition_parameter(object, "name") : nullptr;
    if (!name || !GMIME_IS_PART(object))
        return notAForm(u"a part of the form has no name, or is no plain part"_s);
    const bool isFile = g_mime_object_get_content_disposition_parameter(object, "filename") != nullptr;
    const QByteArray content = contentOf(GMIME_PART(object));
    if (isFile) {
        if (!form.file.isNull())
            return notAForm(u"the form has two files"_s);
        form.file = content.isNull() ? QByteArray("") : content;
        return {};
    }
    const bool isPlain = std::ranges::none_of(content, [](char c) { return uchar(c) < ' ' || uchar(c) > '~'; });
    if (content.size() > longestField || !isPlain || form.fields.contains(QString::fromUtf8(name)))
        return notAForm(u"a field of the form is not what a page sends"_s);
    form.fields.insert(QString::fromUtf8(name), QString::fromLatin1(content));
    return {};
}

}

base::Result<FormData> formDataIn(const QByteArray &contentType, const QByteArray &body)
{
    static std::once_flag begun;
    std::call_once(begun, [] { g_mime_init(); });
    if (!contentType.trimmed().toLower().startsWith("multipart/form-data"))
        return notAForm(u"is no form with a file"_s);
    const QByteArray whole = "Content-Type: " + contentType + "\r\n\r\n" + body;
    const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(whole.constData(), size_t(whole.size())));
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Held<GMimeObject> top(g_mime_parser_construct_part(parser.get(), nullptr));
    if (!top || !GMIME_IS_MULTIPART(top.get()))
        return notAForm(u"the form has no parts"_s);
    auto *parts = GMIME_MULTIPART(top.get());
    const int count = g_mime_multipart_get_count(parts);
    if (count < 1 || count > mostParts)
        return notAForm(u"the form has %1 parts"_s.arg(count));
    FormData form;
    for (int i = 0; i < count; ++i) {
        if (const base::Result<> taken = take(form, g_mime_multipart_get_part(parts, i)); !taken)
            return base::Fail(taken.error());
    }
    return form;
}

}
