<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Cases</name>
    <message numerus="yes">
        <source>%n notice(s) given</source>
        <translation>
            <numerusform>已告知 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Being taken in</source>
        <translation>受理中</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Closed unfiled</source>
        <translation>未收件已关闭</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>%1/%2 %3</source>
        <comment>month, day, time</comment>
        <translation>%1月%2日 %3</translation>
    </message>
</context>
<context>
    <name>CasesModel</name>
    <message>
        <source>not entered</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1，%2，%3，%4</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>一件事</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近改动</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Unfinished cases</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Find a case</source>
        <translation>查找办件</translation>
    </message>
    <message>
        <source>Number or matter</source>
        <translation>办件编号或事项名称</translation>
    </message>
    <message>
        <source>Finished ones too</source>
        <translation>含已办结</translation>
    </message>
    <message>
        <source>Show filed and closed cases too (F4)</source>
        <translation>同时显示已收件和已关闭的办件（F4）</translation>
    </message>
    <message>
        <source>Cases on this PC</source>
        <translation>本机办件</translation>
    </message>
    <message>
        <source>go on with the case</source>
        <translation>继续办理</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>finished ones too</source>
        <translation>含已办结</translation>
    </message>
    <message>
        <source>clear the search</source>
        <translation>清空查找</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部办件</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No case was taken in on this PC yet</source>
        <translation>本机还没有办件</translation>
    </message>
    <message>
        <source>Press Ctrl+1 and choose a matter.</source>
        <translation>按 Ctrl+1，选择要办的一件事。</translation>
    </message>
    <message>
        <source>Nothing is unfinished</source>
        <translation>没有未办结的办件</translation>
    </message>
    <message>
        <source>Press F4 to see the filed cases.</source>
        <translation>按 F4 查看已收件的办件。</translation>
    </message>
    <message>
        <source>No case fits “%1”</source>
        <translation>没有符合“%1”的办件</translation>
    </message>
    <message>
        <source>Type less of it, or press F4 to search the filed cases too.</source>
        <translation>请少输几个字，或按 F4 连已收件的一起查找。</translation>
    </message>
</context>
<context>
    <name>FindingDelegate</name>
    <message>
        <source>N</source>
        <comment>mark: on the national list</comment>
        <translation>国</translation>
    </message>
    <message>
        <source>P</source>
        <comment>mark: on the provincial list</comment>
        <translation>省</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Catalogue rows only</source>
        <translation>仅目录</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 个事项</numerusform>
        </translation>
    </message>
    <message>
        <source>fits: %1</source>
        <translation>匹配：%1</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Open case %1</source>
        <translation>打开办件 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %3, lead %4, %n item(s)</source>
        <translation>
            <numerusform>%1，%2，%3，牵头部门 %4，%n 个事项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelpOverlay</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Find a matter or a case</source>
        <translation>查找一件事或办件</translation>
    </message>
    <message>
        <source>Name, pinyin or initials of the matter; or type or scan a case number</source>
        <translation>输入事项名称、拼音或首字母；也可输入或扫描办件编号</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>一件事</translation>
    </message>
    <message>
        <source>Unfinished cases</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Nothing is unfinished on this PC</source>
        <translation>本机没有未办结的办件</translation>
    </message>
    <message>
        <source>Every case is kept here from its first answer until it is filed.</source>
        <translation>每个办件从第一个回答起就保存在这里，直到收件。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>No guide pack is loaded</source>
        <translation>没有载入指南包</translation>
    </message>
    <message>
        <source>Without one no matter can be taken in. Ask whoever looks after this PC to put it in place.</source>
        <translation>没有指南包就不能受理。请联系本机管理人员放入指南包。</translation>
    </message>
    <message>
        <source>Nothing fits “%1”</source>
        <translation>没有符合“%1”的内容</translation>
    </message>
    <message>
        <source>Try fewer letters or another word. A case number has 24 characters.</source>
        <translation>请少输几个字母或换个说法。办件编号共 24 位。</translation>
    </message>
    <message>
        <source>What shall be done?</source>
        <translation>办理什么事？</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>to the unfinished cases</source>
        <translation>到未办结</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>全部按键</translation>
    </message>
</context>
<context>
    <name>InlineMessage</name>
    <message>
        <source>Close the message</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>Saved on this PC</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>No hub set up – cases are kept on this PC</source>
        <translation>未设置中心端，办件保存在本机</translation>
    </message>
    <message>
        <source>Yichuang %1</source>
        <translation>一窗 %1</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>go to a page</source>
        <translation>切换页面</translation>
    </message>
    <message>
        <source>forward, back</source>
        <translation>下一处、上一处</translation>
    </message>
    <message>
        <source>close a message</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>本按键表</translation>
    </message>
    <message>
        <source>ddd yyyy-MM-dd HH:mm</source>
        <comment>format of the clock</comment>
        <translation>yyyy年M月d日 ddd HH:mm</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Preview of the paper</source>
        <translation>文书预览</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>共 %n 页</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
</TS>
