// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/clusterer.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QVarLengthArray>
#include <QtEndian>

#include <algorithm>

namespace Scoredesk {

namespace {

constexpr quint32 magic = 0x5344434c; // "SDCL"
constexpr quint32 formatVersion = 3;
constexpr auto hashKind = QCryptographicHash::Sha1; // against damage, not against people

QString text(const char* source)
{
    return QCoreApplication::translate("Scoredesk::Clusterer", source);
}

void prepare(QDataStream& stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setByteOrder(QDataStream::LittleEndian);
}

/// A count that the rest of the data can hold, each of its things taking `least` bytes or more.
bool readCount(QDataStream& in, quint32& count, qsizetype least)
{
    in >> count;
    return in.status() == QDataStream::Ok && qint64(count) * least <= in.device()->bytesAvailable();
}

/// Numbers as they lie in memory on most machines, at once: there are millions.
template<typename Number>
void writeAll(QDataStream& out, std::span<const Number> numbers)
{
    QVarLengthArray<char, 512> bytes(qsizetype(numbers.size_bytes()));
    qToLittleEndian<Number>(numbers.data(), qsizetype(numbers.size()), bytes.data());
    out.writeRawData(bytes.constData(), int(bytes.size()));
}

template<typename Number>
bool readAll(QDataStream& in, std::span<Number> numbers)
{
    QVarLengthArray<char, 512> bytes(qsizetype(numbers.size_bytes()));
    if (in.readRawData(bytes.data(), int(bytes.size())) != int(bytes.size()))
        return false;
    qFromLittleEndian<Number>(bytes.constData(), qsizetype(numbers.size()), numbers.data());
    return true;
}

void writeTerms(QDataStream& out, const TermVector& terms)
{
    std::vector<quint32> ids;
    std::vector<quint16> weights;
    for (const WeightedTerm& term : terms) {
        ids.push_back(term.term);
        weights.push_back(term.weight);
    }
    out << quint16(terms.size());
    writeAll<quint32>(out, ids);
    writeAll<quint16>(out, weights);
}

bool readTerms(QDataStream& in, TermVector& terms, std::span<const TermWeights::Term> known)
{
    quint16 count = 0;
    in >> count;
    std::vector<quint32> ids(count);
    std::vector<quint16> weights(count);
    if (!readAll<quint32>(in, ids) || !readAll<quint16>(in, weights))
        return false;
    terms.resize(count);
    qint64 before = -1;
    for (std::size_t i = 0; i < count; ++i) {
        terms[i] = {ids[i], weights[i]};
        if (ids[i] >= known.size() || known[ids[i]].key == 0 || qint64(ids[i]) <= before ||
            double(weights[i]) > unitWeight)
            return false;
        before = ids[i];
    }
    return true;
}

void writeSignature(QDataStream& out, const Signature& signature)
{
    out << signature.runs;
    if (signature.runs > 0)
        writeAll<quint32>(out, signature.least);
}

bool readSignature(QDataStream& in, Signature& signature)
{
    in >> signature.runs;
    return signature.runs == 0 || readAll<quint32>(in, signature.least);
}

void writePairs(QDataStream& out, const QMultiHash<qint64, qint64>& pairs)
{
    std::vector<std::pair<qint64, qint64>> sorted;
    for (auto it = pairs.cbegin(); it != pairs.cend(); ++it)
        sorted.emplace_back(it.key(), it.value());
    std::sort(sorted.begin(), sorted.end());
    out << quint32(sorted.size());
    for (const auto& [key, value] : sorted)
        out << key << value;
}

void writeWeights(QDataStream& out, const TermWeights& weights)
{
    out << weights.stories() << quint32(weights.terms().size());
    for (const TermWeights::Term& term : weights.terms()) {
        const auto length = quint8(std::min<std::size_t>(term.shown.size(), 255));
        out << term.key << term.stories << length;
        out.writeRawData(term.shown.data(), length);
    }
    out << quint32(weights.freeTerms().size());
    for (const TermId term : weights.freeTerms())
        out << term;
}

bool readWeights(QDataStream& in, std::vector<TermWeights::Term>& terms, std::vector<TermId>& freeTerms,
                 qint64& stories)
{
    in >> stories;
    quint32 count = 0;
    if (!readCount(in, count, 13) || stories < 0)
        return false;
    terms.resize(count);
    for (TermWeights::Term& term : terms) {
        quint8 length = 0;
        in >> term.key >> term.stories >> length;
        term.shown.resize(length);
        if (in.readRawData(term.shown.data(), length) != length)
            return false;
    }
    if (!readCount(in, count, 4))
        return false;
    freeTerms.resize(count);
    for (TermId& term : freeTerms) {
        in >> term;
        if (term >= terms.size() || terms[term].key != 0)
            return false;
    }
    return in.status() == QDataStream::Ok;
}

/// Weights and places that were found with other settings don't go on with these.
QByteArray digestOf(const ClusterSettings& settings)
{
    // All of them, which does not compile without a new one.
    const auto& [titleWeight, ledeWeight, bodyWeight, rarityExponent, rarityOffset, expectedStories,
                 mostTerms, ledeLength, centroidShare, witnesses, titleThreshold, ledeThreshold,
                 fullThreshold, ledeSpan, fullSpan, fadeSinceLast, fadeSinceFirst, foldScore, titleFoldCosine,
                 textFoldCosine, foldMostArticles, foldMostHours, foldTries, windowDays] = settings;
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    prepare(out);
    for (const double value :
         {titleWeight, ledeWeight, bodyWeight, rarityExponent, rarityOffset, expectedStories, centroidShare,
          titleThreshold, ledeThreshold, fullThreshold, fadeSinceLast, fadeSinceFirst, foldScore,
          titleFoldCosine, textFoldCosine, foldMostHours, windowDays})
        out << value;
    for (const int value :
         {mostTerms, ledeLength, witnesses, ledeSpan, fullSpan, foldMostArticles, foldTries})
        out << value;
    return QCryptographicHash::hash(bytes, hashKind);
}

template<typename Id>
QList<Id> sortedKeys(const QHash<Id, quint32>& hash)
{
    QList<Id> keys = hash.keys();
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace

Result<void> Clusterer::save(QIODevice& device)
{
    m_index.sweep(true);
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    prepare(out);
    out << digestOf(m_settings);
    writeWeights(out, m_weights);

    const QList<qint64> stories = sortedKeys(m_index.storyPlaces());
    out << quint32(stories.size());
    for (const qint64 id : stories) {
        const LiveStory& story = m_index.story(m_index.placeOf(id));
        out << id << story.first << story.last << quint8(story.language) << story.touched;
    }
    const QList<qint64> articles = sortedKeys(m_index.slots());
    out << quint32(articles.size());
    for (const qint64 id : articles) {
        const quint32 slot = m_index.slotOf(id);
        const LiveArticle& article = m_index.article(slot);
        out << id << article.time << article.outlet << article.origin << quint8(article.language)
            << article.byHand << storyOf(id);
        writeAll<quint16>(out, article.title);
        writeTerms(out, article.terms);
        writeSignature(out, m_index.duplicates().signature(slot));
    }
    writePairs(out, m_separations.out());
    writePairs(out, m_separations.apart());

    QByteArray head;
    QDataStream header(&head, QIODevice::WriteOnly);
    prepare(header);
    header << magic << formatVersion << quint64(body.size());
    head += QCryptographicHash::hash(body, hashKind);
    if (device.write(head) != head.size() || device.write(body) != body.size())
        return fail(text("The state of the grouping could not be written: %1").arg(device.errorString()));
    return {};
}

Result<void> Clusterer::restore(QIODevice& device)
{
    const auto refuse = [](const char* why) { return fail(text(why), ErrorCode::InvalidInput); };
    if (articles() != 0 || m_weights.size() != 0)
        return refuse("The grouping has begun already; its state can't be replaced.");
    QDataStream header(&device);
    prepare(header);
    quint32 number = 0;
    quint32 version = 0;
    quint64 size = 0;
    header >> number >> version >> size;
    if (header.status() != QDataStream::Ok || number != magic)
        return refuse("This is no state of a grouping.");
    if (version != formatVersion)
        return refuse("The state of the grouping is of another version.");
    const QByteArray hash = device.read(QCryptographicHash::hashLength(hashKind));
    if (size > quint64(std::max<qint64>(0, device.bytesAvailable())))
        return refuse("The state of the grouping is cut short.");
    QByteArray body = device.read(qint64(size));
    if (QCryptographicHash::hash(body, hashKind) != hash)
        return refuse("The state of the grouping is damaged.");

    QDataStream in(body);
    prepare(in);
    QByteArray settings;
    in >> settings;
    if (settings != digestOf(m_settings))
        return refuse("The state of the grouping was made with other settings.");
    if (!readState(in)) {
        forgetAll();
        return refuse("The state of the grouping contradicts itself.");
    }
    return {};
}

bool Clusterer::readState(QDataStream& in)
{
    std::vector<TermWeights::Term> terms;
    std::vector<TermId> freeTerms;
    qint64 seenStories = 0;
    if (!readWeights(in, terms, freeTerms, seenStories))
        return false;

    quint32 count = 0;
    if (!readCount(in, count, 26))
        return false;
    struct Span { // set last: joining widens it
        quint32 place;
        qint64 first;
        qint64 last;
        Language language;
    };
    std::vector<Span> spans;
    for (quint32 i = 0; i < count; ++i) {
        qint64 id = 0;
        Span span{};
        quint8 language = 0;
        bool touched = false;
        in >> id >> span.first >> span.last >> language >> touched;
        if (in.status() != QDataStream::Ok || language >= languageNumbers ||
            m_index.placeOf(id) != StoryIndex::nowhere)
            return false;
        span.place = m_index.openStory(id);
        span.language = Language(language);
        if (touched)
            m_index.setTouched(span.place);
        spans.push_back(span);
    }
    if (!readCount(in, count, 62))
        return false;
    for (quint32 i = 0; i < count; ++i) {
        LiveArticle article;
        quint8 language = 0;
        qint64 story = 0;
        in >> article.id >> article.time >> article.outlet >> article.origin >> language >> article.byHand >>
            story;
        Signature signature;
        if (!readAll<quint16>(in, article.title) || !readTerms(in, article.terms, terms) ||
            language >= languageNumbers)
            return false;
        const quint32 place = m_index.placeOf(story);
        if (!readSignature(in, signature) || m_index.slotOf(article.id) != StoryIndex::nowhere ||
            place == StoryIndex::nowhere)
            return false;
        article.language = Language(language);
        for (const WeightedTerm& term : article.terms)
            terms[term.term].live += 1;
        m_leaving.emplace(article.time, article.id);
        m_index.join(m_index.addArticle(std::move(article), signature), place, StoryIndex::Count::Already);
    }
    for (const Span& span : spans) {
        if (m_index.story(span.place).members.empty())
            return false;
        m_index.setSpan(span.place, span.first, span.last, span.language);
    }
    m_weights.restore(std::move(terms), std::move(freeTerms), seenStories);

    for (const bool apart : {false, true}) {
        if (!readCount(in, count, 16))
            return false;
        for (quint32 i = 0; i < count; ++i) {
            qint64 story = 0;
            qint64 other = 0;
            in >> story >> other;
            if (apart)
                m_separations.keepApart(story, other);
            else
                m_separations.keepOut(other, story);
        }
    }
    return in.status() == QDataStream::Ok && in.atEnd();
}

void Clusterer::forgetAll()
{
    m_index.clear();
    m_weights.restore({}, {}, 0);
    m_separations = {};
    m_leaving = {};
}

} // namespace Scoredesk
