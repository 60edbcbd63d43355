#include "archives.h"

#include <QFile>
#include <QTemporaryDir>

#include <zip.h>

using namespace Qt::StringLiterals;

namespace support {

Parts partsOf(const QByteArray &bytes)
{
    zip_source_t *source = zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, nullptr);
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    Parts parts;
    for (zip_int64_t i = 0; archive && i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(archive, zip_uint64_t(i), 0, &stat);
        QByteArray part(qsizetype(stat.size), '\0');
        zip_file_t *file = zip_fopen_index(archive, zip_uint64_t(i), 0);
        zip_fread(file, part.data(), stat.size);
        zip_fclose(file);
        parts.insert(stat.name, part);
    }
    zip_discard(archive);
    return parts;
}

QByteArray archiveOf(const Parts &parts, const QByteArray &password)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.zip"_s);
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE, nullptr);
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        zip_source_t *part = zip_source_buffer(archive, it->constData(), zip_uint64_t(it->size()), 0);
        const auto index = zip_uint64_t(zip_file_add(archive, it.key().constData(), part, ZIP_FL_ENC_UTF_8));
        if (it->size() < 1'000'000)
            zip_set_file_compression(archive, index, ZIP_CM_STORE, 0);
        if (!password.isEmpty())
            zip_file_set_encryption(archive, index, ZIP_EM_AES_256, password.constData());
    }
    zip_close(archive);
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

}
