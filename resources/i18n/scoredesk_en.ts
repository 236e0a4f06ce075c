<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>ArticleText</name>
    <message numerus="yes">
        <source>original, reprinted %n times</source>
        <translation>
            <numerusform>original, reprinted %n time</numerusform>
            <numerusform>original, reprinted %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::AddFeedsDialog</name>
    <message numerus="yes">
        <source>Looking at %n addresses …</source>
        <translation>
            <numerusform>Looking at %n address …</numerusform>
            <numerusform>Looking at %n addresses …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines will be added.</source>
        <translation>
            <numerusform>%n line will be added.</numerusform>
            <numerusform>%n lines will be added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::ArrivalNews</name>
    <message numerus="yes">
        <source>%n stories tagged %1</source>
        <translation>
            <numerusform>%n story tagged %1</numerusform>
            <numerusform>%n stories tagged %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::CategoryDialog</name>
    <message numerus="yes">
        <source>%n stories have this category.</source>
        <translation>
            <numerusform>%n story has this category.</numerusform>
            <numerusform>%n stories have this category.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::CategoryPicker</name>
    <message numerus="yes">
        <source>Which category for %n stories?</source>
        <translation>
            <numerusform>Which category for %n story?</numerusform>
            <numerusform>Which category for %n stories?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::CheckText</name>
    <message numerus="yes">
        <source>%n tier-1 outlets</source>
        <translation>
            <numerusform>%n tier-1 outlet</numerusform>
            <numerusform>%n tier-1 outlets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outlets</source>
        <translation>
            <numerusform>%n outlet</numerusform>
            <numerusform>%n outlets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags; at least %1 help readers find it.</source>
        <translation>
            <numerusform>%n tag; at least %1 help readers find it.</numerusform>
            <numerusform>%n tags; at least %1 help readers find it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tags; more than %1 say little.</source>
        <translation>
            <numerusform>%n tag; more than %1 say little.</numerusform>
            <numerusform>%n tags; more than %1 say little.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: only %n characters; %2 or more are usual.</source>
        <translation>
            <numerusform>%1: only %n character; %2 or more are usual.</numerusform>
            <numerusform>%1: only %n characters; %2 or more are usual.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n characters; up to %2 are usual.</source>
        <translation>
            <numerusform>%1: %n character; up to %2 are usual.</numerusform>
            <numerusform>%1: %n characters; up to %2 are usual.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles arrived after the card was set on %1.</source>
        <translation>
            <numerusform>%n article arrived after the card was set on %1.</numerusform>
            <numerusform>%n articles arrived after the card was set on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden characters (%1).</source>
        <translation>
            <numerusform>%n hidden character (%1).</numerusform>
            <numerusform>%n hidden characters (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outlets are stated, but only %1 named or seen.</source>
        <translation>
            <numerusform>%n outlet is stated, but only %1 named or seen.</numerusform>
            <numerusform>%n outlets are stated, but only %1 named or seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions not judged: %1.</source>
        <translation>
            <numerusform>%n dimension not judged: %1.</numerusform>
            <numerusform>%n dimensions not judged: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::ChecksPanel</name>
    <message numerus="yes">
        <source>%n blockers</source>
        <translation>
            <numerusform>%n blocker</numerusform>
            <numerusform>%n blockers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overruled</source>
        <translation>
            <numerusform>%n overruled</numerusform>
            <numerusform>%n overruled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::CliCare</name>
    <message numerus="yes">
        <source>Not all was saved: at least %n rows are lost.</source>
        <translation>
            <numerusform>Not all was saved: at least %n row is lost.</numerusform>
            <numerusform>Not all was saved: at least %n rows are lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::CliDrift</name>
    <message numerus="yes">
        <source>%n stories state none or have an incomplete card.</source>
        <translation>
            <numerusform>%n story states none or has an incomplete card.</numerusform>
            <numerusform>%n stories state none or have an incomplete card.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::CliExport</name>
    <message numerus="yes">
        <source>%n stories written to %1.</source>
        <translation>
            <numerusform>%n story written to %1.</numerusform>
            <numerusform>%n stories written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::CliHandover</name>
    <message numerus="yes">
        <source>%n stories handed over in %1.</source>
        <translation>
            <numerusform>%n story handed over in %1.</numerusform>
            <numerusform>%n stories handed over in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::CliImport</name>
    <message numerus="yes">
        <source>%n feeds</source>
        <translation>
            <numerusform>%n feed</numerusform>
            <numerusform>%n feeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::CliPrune</name>
    <message numerus="yes">
        <source>%n stories would be removed.</source>
        <translation>
            <numerusform>%n story would be removed.</numerusform>
            <numerusform>%n stories would be removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories removed.</source>
        <translation>
            <numerusform>%n story removed.</numerusform>
            <numerusform>%n stories removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::CoverageActs</name>
    <message numerus="yes">
        <source>Move %n articles to which story?</source>
        <translation>
            <numerusform>Move the article to which story?</numerusform>
            <numerusform>Move %n articles to which story?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::Desk</name>
    <message numerus="yes">
        <source>%n stories shortlisted</source>
        <translation>
            <numerusform>%n story shortlisted</numerusform>
            <numerusform>%n stories shortlisted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories returned to Incoming</source>
        <translation>
            <numerusform>%n story returned to Incoming</numerusform>
            <numerusform>%n stories returned to Incoming</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories spiked</source>
        <translation>
            <numerusform>%n story spiked</numerusform>
            <numerusform>%n stories spiked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories returned</source>
        <translation>
            <numerusform>%n story returned</numerusform>
            <numerusform>%n stories returned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories ready</source>
        <translation>
            <numerusform>%n story ready</numerusform>
            <numerusform>%n stories ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories removed</source>
        <translation>
            <numerusform>%n story removed</numerusform>
            <numerusform>%n stories removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories added</source>
        <translation>
            <numerusform>%n story added</numerusform>
            <numerusform>%n stories added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged</source>
        <translation>
            <numerusform>%n merged</numerusform>
            <numerusform>%n merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles made a story of their own</source>
        <translation>
            <numerusform>%n article made a story of its own</numerusform>
            <numerusform>%n articles made a story of their own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n articles moved to “%1”</source>
        <translation>
            <numerusform>%n article moved to “%1”</numerusform>
            <numerusform>%n articles moved to “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories kept apart</source>
        <translation>
            <numerusform>%n story kept apart</numerusform>
            <numerusform>%n stories kept apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories merged into “%1”</source>
        <translation>
            <numerusform>%n story merged into “%1”</numerusform>
            <numerusform>%n stories merged into “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds added</source>
        <translation>
            <numerusform>%n feed added</numerusform>
            <numerusform>%n feeds added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rules added</source>
        <translation>
            <numerusform>%n rule added</numerusform>
            <numerusform>%n rules added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Category taken from %n stories</source>
        <translation>
            <numerusform>Category taken from %n story</numerusform>
            <numerusform>Category taken from %n stories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories filed under %1</source>
        <translation>
            <numerusform>%n story filed under %1</numerusform>
            <numerusform>%n stories filed under %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories tagged</source>
        <translation>
            <numerusform>%n story tagged</numerusform>
            <numerusform>%n stories tagged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::DigestBuilder</name>
    <message numerus="yes">
        <source>%n stories</source>
        <translation>
            <numerusform>%n story</numerusform>
            <numerusform>%n stories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scored stories</source>
        <translation>
            <numerusform>%n scored story</numerusform>
            <numerusform>%n scored stories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::FeedActs</name>
    <message numerus="yes">
        <source>%n feeds paused</source>
        <translation>
            <numerusform>%n feed paused</numerusform>
            <numerusform>%n feeds paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds are read again</source>
        <translation>
            <numerusform>%n feed is read again</numerusform>
            <numerusform>%n feeds are read again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds changed</source>
        <translation>
            <numerusform>%n feed changed</numerusform>
            <numerusform>%n feeds changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds removed; their articles and stories stay</source>
        <translation>
            <numerusform>%n feed removed; its articles and stories stay</numerusform>
            <numerusform>%n feeds removed; their articles and stories stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::FeedAdding</name>
    <message numerus="yes">
        <source>one in %n hours</source>
        <translation>
            <numerusform>one in %n hour</numerusform>
            <numerusform>one in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one in %n days</source>
        <translation>
            <numerusform>one in %n day</numerusform>
            <numerusform>one in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a page that names %n feeds</source>
        <translation>
            <numerusform>a page that names %n feed</numerusform>
            <numerusform>a page that names %n feeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::FeedDetails</name>
    <message numerus="yes">
        <source>%n failures in a row</source>
        <translation>
            <numerusform>%n failure in a row</numerusform>
            <numerusform>%n failures in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::FeedListDialog</name>
    <message numerus="yes">
        <source>%n feeds will be added.</source>
        <translation>
            <numerusform>%n feed will be added.</numerusform>
            <numerusform>%n feeds will be added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::FeedLists</name>
    <message numerus="yes">
        <source>%n feeds added; F5 reads them. Ctrl+Z takes them out again.</source>
        <translation>
            <numerusform>%n feed added; F5 reads it. Ctrl+Z takes it out again.</numerusform>
            <numerusform>%n feeds added; F5 reads them. Ctrl+Z takes them out again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::FeedsModel</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::FeedsPage</name>
    <message numerus="yes">
        <source>%n feeds</source>
        <translation>
            <numerusform>%n feed</numerusform>
            <numerusform>%n feeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failing</source>
        <translation>
            <numerusform>%n failing</numerusform>
            <numerusform>%n failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n idle</source>
        <translation>
            <numerusform>%n idle</numerusform>
            <numerusform>%n idle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses copied</source>
        <translation>
            <numerusform>%n address copied</numerusform>
            <numerusform>%n addresses copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::HandoverText</name>
    <message numerus="yes">
        <source>%n exported stories are no longer on the desk.</source>
        <translation>
            <numerusform>%n exported story is no longer on the desk.</numerusform>
            <numerusform>%n exported stories are no longer on the desk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::HourPlot</name>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n hours from %2</source>
        <translation>
            <numerusform>%1 in %n hour from %2</numerusform>
            <numerusform>%1 in %n hours from %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::ImpactText</name>
    <message numerus="yes">
        <source>%n outlets</source>
        <translation>
            <numerusform>%n outlet</numerusform>
            <numerusform>%n outlets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tier-1</source>
        <translation>
            <numerusform>%n tier-1</numerusform>
            <numerusform>%n tier-1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n independent origins</source>
        <translation>
            <numerusform>%n independent origin</numerusform>
            <numerusform>%n independent origins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::ImportPreview</name>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to skip</source>
        <translation>
            <numerusform>%n to skip</numerusform>
            <numerusform>%n to skip</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to merge</source>
        <translation>
            <numerusform>%n to merge</numerusform>
            <numerusform>%n to merge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to add</source>
        <translation>
            <numerusform>%n to add</numerusform>
            <numerusform>%n to add</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n stories</source>
        <translation>
            <numerusform>&amp;Import %n story</numerusform>
            <numerusform>&amp;Import %n stories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feeds</source>
        <translation>
            <numerusform>%n feed</numerusform>
            <numerusform>%n feeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::ItemDetails</name>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signals</source>
        <translation>
            <numerusform>%n signal</numerusform>
            <numerusform>%n signals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotations</source>
        <translation>
            <numerusform>%n quotation</numerusform>
            <numerusform>%n quotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::LinkIntake</name>
    <message numerus="yes">
        <source>%n stories taken in; their pages are being read.</source>
        <translation>
            <numerusform>%n story taken in; their pages are being read.</numerusform>
            <numerusform>%n stories taken in; their pages are being read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::MainWindow</name>
    <message numerus="yes">
        <source>%n stories · signed by %1</source>
        <translation>
            <numerusform>%n story · signed by %1</numerusform>
            <numerusform>%n stories · signed by %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::Newsroom</name>
    <message numerus="yes">
        <source>Reading %n files …</source>
        <translation>
            <numerusform>Reading %n file …</numerusform>
            <numerusform>Reading %n files …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::OutletImportDialog</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as they are on the desk</source>
        <translation>
            <numerusform>%n as it is on the desk</numerusform>
            <numerusform>%n as they are on the desk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong, left out</source>
        <translation>
            <numerusform>%n wrong, left out</numerusform>
            <numerusform>%n wrong, left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::OutletTables</name>
    <message numerus="yes">
        <source>%n outlets taken in. Ctrl+Z takes that back.</source>
        <translation>
            <numerusform>%n outlet taken in. Ctrl+Z takes that back.</numerusform>
            <numerusform>%n outlets taken in. Ctrl+Z takes that back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::OutletsPage</name>
    <message numerus="yes">
        <source>%n outlets</source>
        <translation>
            <numerusform>%n outlet</numerusform>
            <numerusform>%n outlets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not rated</source>
        <translation>
            <numerusform>%n not rated</numerusform>
            <numerusform>%n not rated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::Planner</name>
    <message numerus="yes">
        <source>adds %n articles</source>
        <translation>
            <numerusform>adds %n article</numerusform>
            <numerusform>adds %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds %n signals</source>
        <translation>
            <numerusform>adds %n signal</numerusform>
            <numerusform>adds %n signals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adds %n quotations</source>
        <translation>
            <numerusform>adds %n quotation</numerusform>
            <numerusform>adds %n quotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::PreviewDialog</name>
    <message numerus="yes">
        <source>Export a digest of %n stories</source>
        <translation>
            <numerusform>Export a digest of %n story</numerusform>
            <numerusform>Export a digest of %n stories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::QueueDelegate</name>
    <message numerus="yes">
        <source>%n outlets</source>
        <translation>
            <numerusform>%n outlet</numerusform>
            <numerusform>%n outlets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tier-1</source>
        <translation>
            <numerusform>%n tier-1</numerusform>
            <numerusform>%n tier-1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n independent origins</source>
        <translation>
            <numerusform>%n independent origin</numerusform>
            <numerusform>%n independent origins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::QueuePanel</name>
    <message numerus="yes">
        <source>%n new ↑</source>
        <translation>
            <numerusform>%n new ↑</numerusform>
            <numerusform>%n new ↑</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::QuotationLines</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more quotations for %1</source>
        <translation>
            <numerusform>%n more quotation for %1</numerusform>
            <numerusform>%n more quotations for %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::Refreshing</name>
    <message numerus="yes">
        <source>%n feed(s) failing</source>
        <translation>
            <numerusform>%n feed failing</numerusform>
            <numerusform>%n feeds failing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new article(s)</source>
        <translation>
            <numerusform>%n new article</numerusform>
            <numerusform>%n new articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::RuleTrial</name>
    <message numerus="yes">
        <source>%n stories would change</source>
        <translation>
            <numerusform>%n story would change</numerusform>
            <numerusform>%n stories would change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::RuleTrials</name>
    <message numerus="yes">
        <source>%n stories were changed by rules</source>
        <translation>
            <numerusform>%n story was changed by rules</numerusform>
            <numerusform>%n stories were changed by rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::RulesPage</name>
    <message numerus="yes">
        <source>%n stories were changed; Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n story was changed; Ctrl+Z takes it back.</numerusform>
            <numerusform>%n stories were changed; Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::SettingsDialog</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stories would go now.</source>
        <translation>
            <numerusform>%n story would go now.</numerusform>
            <numerusform>%n stories would go now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::StoriesText</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Blockers hold back %n stories. The checks beside each story say why.</source>
        <translation>
            <numerusform>Blockers hold back the story. The checks beside it say why.</numerusform>
            <numerusform>Blockers hold back %n stories. The checks beside each story say why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::StoryFactsText</name>
    <message numerus="yes">
        <source>%n outlets</source>
        <translation>
            <numerusform>%n outlet</numerusform>
            <numerusform>%n outlets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n independent origins</source>
        <translation>
            <numerusform>%n independent origin</numerusform>
            <numerusform>%n independent origins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::TagDialog</name>
    <message numerus="yes">
        <source>Tags for %n stories; a minus before a tag takes it away.</source>
        <translation>
            <numerusform>Tags for %n story; a minus before a tag takes it away.</numerusform>
            <numerusform>Tags for %n stories; a minus before a tag takes it away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::Triage</name>
    <message numerus="yes">
        <source>Why are %n stories spiked?</source>
        <translation>
            <numerusform>Why is the story spiked?</numerusform>
            <numerusform>Why are %n stories spiked?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::VersionPicker</name>
    <message numerus="yes">
        <source>Changed %n times</source>
        <translation>
            <numerusform>Changed once</numerusform>
            <numerusform>Changed %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Scoredesk::ViewList</name>
    <message numerus="yes">
        <source>%1, %n stories</source>
        <translation>
            <numerusform>%1, %n story</numerusform>
            <numerusform>%1, %n stories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n articles wait</source>
        <translation>
            <numerusform>%1, %n article waits</numerusform>
            <numerusform>%1, %n articles wait</numerusform>
        </translation>
    </message>
</context>
</TS>
