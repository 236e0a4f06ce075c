// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/map/categories.h"

#include "app/feeds/parse/map/textconstruct.h"
#include "app/feeds/parse/text/qtext.h"

namespace Scoredesk {

namespace {

void add(QStringList& categories, const QString& category)
{
    constexpr qsizetype most = 200;
    const QString text = category.trimmed();
    if (!text.isEmpty() && categories.size() < most && !categories.contains(text))
        categories.append(text);
}

} // namespace

void addCategories(QStringList& categories, const XmlElement& element)
{
    if (element.name() == Name::Keywords) {
        for (const QString& word : toQString(plainTextOf(element)).split(u','))
            add(categories, word);
        return;
    }
    for (const std::string_view name : {"term", "text", "label"}) {
        const std::string value = element.attribute(name);
        if (value.empty())
            continue;
        add(categories, toQString(value));
        for (XmlElement child = element.firstElement(); !child.isNull(); child = child.nextElement()) {
            if (child.name() == Name::Category)
                addCategories(categories, child);
        }
        return;
    }
    add(categories, toQString(plainTextOf(element)));
}

} // namespace Scoredesk
