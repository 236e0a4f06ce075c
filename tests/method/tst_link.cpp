// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/link.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Scoredesk::LinkFault)

/// Which links may be followed and handed on.
class LinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hosts_data();
    void hosts();
    void leadingInward_data();
    void leadingInward();
    void links_data();
    void links();
};

void LinkTest::hosts_data()
{
    QTest::addColumn<bool>("isPrivate");
    const auto rows = [](bool isPrivate, const QStringList& hosts) {
        for (const QString& host : hosts)
            QTest::newRow(host.isEmpty() ? "(empty)" : qPrintable(host)) << isPrivate;
    };
    rows(true, {u"localhost"_s,
                u"LOCALHOST."_s,
                u"app.localhost"_s,
                u"intranet"_s,
                u"printer.local"_s,
                u"metadata.google.internal"_s,
                u"nas.lan"_s,
                u"router.home.arpa"_s,
                u"10.0.0.1"_s,
                u"10.255.255.255"_s,
                u"127.0.0.1"_s,
                u"127.1"_s,
                u"2130706433"_s,
                u"0x7f000001"_s,
                u"0x7f.0.0.1"_s,
                u"0x7f.0x.0x.1"_s,
                u"0X7F.0X.0X.1"_s,
                u"0x"_s,
                u"08.8.8.8"_s,
                u"8.8.8.08"_s,
                u"256.1.1.1"_s,
                u"8.8.8.8.8"_s,
                u"lab.example.1"_s,
                u"lab.example.0x"_s,
                u"lab.example.0x1f."_s,
                u"0177.0.0.1"_s,
                u"0.0.0.0"_s,
                u"100.64.0.1"_s,
                u"169.254.169.254"_s,
                u"172.16.0.1"_s,
                u"172.31.255.255"_s,
                u"192.168.1.1"_s,
                u"224.0.0.1"_s,
                u"255.255.255.255"_s,
                u"::1"_s,
                u"[::1]"_s,
                u"::"_s,
                u"fc00::1"_s,
                u"fdff::1"_s,
                u"fe80::1"_s,
                u"fe80::1%eth0"_s,
                u"febf::1"_s,
                u"ff02::1"_s,
                u"::ffff:127.0.0.1"_s,
                u"::ffff:c0a8:101"_s,
                u"64:ff9b::10.0.0.1"_s,
                u"2002:7f00:1::"_s,
                u"12345::1"_s,
                u"1::2::3"_s});
    rows(false, {u"example.org"_s,
                 u"lab.example"_s,
                 u"localhost.example.org"_s,
                 u"10.example.org"_s,
                 u"local.news"_s,
                 u"8.8.8.8"_s,
                 u"9.255.255.255"_s,
                 u"11.0.0.0"_s,
                 u"100.128.0.1"_s,
                 u"172.15.255.255"_s,
                 u"172.32.0.1"_s,
                 u"192.167.255.255"_s,
                 u"192.169.0.1"_s,
                 u"169.253.0.1"_s,
                 u"2001:4860:4860::8888"_s,
                 u"[2606:4700::1111]"_s,
                 u"::ffff:8.8.8.8"_s,
                 u"fec0.example"_s,
                 u"0x08.8.8.8"_s,
                 u"0x8.0x8.0x8.0x8"_s,
                 u"1.0xfg"_s,
                 u"0x7f.example"_s,
                 u"xn--bcher-kva.example"_s});
}

void LinkTest::hosts()
{
    QFETCH(bool, isPrivate);
    QCOMPARE(isPrivateHost(QString::fromUtf8(QTest::currentDataTag())), isPrivate);
}

void LinkTest::leadingInward_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("leads");
    QTest::newRow("within the internet") << u"a.example"_s << u"b.example"_s << false;
    QTest::newRow("out of a network") << u"nas.local"_s << u"b.example"_s << false;
    QTest::newRow("into a network") << u"a.example"_s << u"nas.local"_s << true;
    QTest::newRow("from nowhere into a network") << QString() << u"nas.local"_s << true;
    QTest::newRow("within a network") << u"nas.local"_s << u"10.0.0.1"_s << false;
    QTest::newRow("from a network to this machine") << u"nas.local"_s << u"127.1"_s << true;
    QTest::newRow("from a network to where nobody knows") << u"nas.local"_s << u"1.2.3.4.5"_s << true;
    QTest::newRow("from a network to this machine's own name")
        << u"10.0.0.1"_s << u"app.localhost."_s << true;
    QTest::newRow("from a network to six words of this machine") << u"10.0.0.1"_s << u"[::1]"_s << true;
    QTest::newRow("within this machine") << u"localhost"_s << u"[::1]"_s << false;
    QTest::newRow("from this machine into its network") << u"127.0.0.1"_s << u"nas.local"_s << false;
}

void LinkTest::leadingInward()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, leads);
    QCOMPARE(leadsInward(from, to), leads);
}

void LinkTest::links_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<LinkFault>("fault");
    QTest::newRow("https") << u"https://lab.example/post?a=1#b"_s << LinkFault::None;
    QTest::newRow("capitals and blanks") << u" HTTPS://Lab.Example/ "_s << LinkFault::None;
    QTest::newRow("port") << u"http://lab.example:8080/"_s << LinkFault::None;
    QTest::newRow("international name") << u"https://bücher.example/"_s << LinkFault::None;
    QTest::newRow("empty") << QString() << LinkFault::Malformed;
    QTest::newRow("script") << u"javascript:alert(1)"_s << LinkFault::NotHttp;
    QTest::newRow("script hidden by a line break") << u"java\nscript:alert(1)"_s << LinkFault::Malformed;
    QTest::newRow("data") << u"data:text/html,<b>x</b>"_s << LinkFault::NotHttp;
    QTest::newRow("file") << u"file:///etc/passwd"_s << LinkFault::NotHttp;
    QTest::newRow("without scheme") << u"lab.example"_s << LinkFault::NotHttp;
    QTest::newRow("scheme only") << u"https://"_s << LinkFault::NoHost;
    QTest::newRow("credentials") << u"https://a:b@lab.example/"_s << LinkFault::Credentials;
    QTest::newRow("credentials that look like a host")
        << u"https://bank.example@1.2.3.4/"_s << LinkFault::Credentials;
    QTest::newRow("loopback as a number") << u"http://2130706433/"_s << LinkFault::PrivateHost;
    QTest::newRow("loopback in six words") << u"http://[::ffff:127.0.0.1]/"_s << LinkFault::PrivateHost;
    QTest::newRow("full-width digits of a private address")
        << u"http://１２７.0.0.1/"_s << LinkFault::PrivateHost;
    QTest::newRow("single label") << u"https://wiki/page"_s << LinkFault::PrivateHost;
    QTest::newRow("broken address") << u"http://[::1/"_s << LinkFault::Malformed;
}

void LinkTest::links()
{
    QFETCH(QString, link);
    QFETCH(LinkFault, fault);
    const LinkFault told = linkFault(link);
    if (fault == LinkFault::Malformed) // what is no link at all may be told by any of these
        QVERIFY(told != LinkFault::None);
    else
        QCOMPARE(told, fault);
}

QTEST_APPLESS_MAIN(LinkTest)
#include "tst_link.moc"
