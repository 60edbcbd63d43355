<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ActCard</name>
    <message>
        <source>shall count</source>
        <translation>以此为准</translation>
    </message>
</context>
<context>
    <name>ActForm</name>
    <message>
        <source>do it</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可不填</translation>
    </message>
</context>
<context>
    <name>ActsPane</name>
    <message>
        <source>Acts</source>
        <translation>操作</translation>
    </message>
    <message numerus="yes">
        <source>%n possible now</source>
        <translation>
            <numerusform>现在可做 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This cannot be taken back. Enter once more: %1</source>
        <translation>此操作不能撤销。再按一次 Enter 确认：%1</translation>
    </message>
</context>
<context>
    <name>AgainBar</name>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print again: %1</source>
        <translation>再打印：%1</translation>
    </message>
    <message>
        <source>as set</source>
        <translation>按设置</translation>
    </message>
</context>
<context>
    <name>AllowDialog</name>
    <message>
        <source>Allow this once (Enter)</source>
        <translation>许可这一次 (Enter)</translation>
    </message>
    <message>
        <source>Allow once</source>
        <translation>许可一次</translation>
    </message>
    <message>
        <source>Somebody whose post has it signs for this one act, within a minute. It is recorded under the name of the clerk, with the name of who allowed it. The next one is refused again.</source>
        <translation>由有此岗位权限的人许可这一次，一分钟内有效。仍以窗口人员的名义记录，并记下许可人；下一次仍须许可。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>密码或 PIN</translation>
    </message>
    <message>
        <source>This is a password for one time.</source>
        <translation>这是一次性密码。</translation>
    </message>
    <message>
        <source>Sign in with it once (Ctrl+Shift+U) and choose your own; then you can allow things here.</source>
        <translation>请先用它登录一次（Ctrl+Shift+U）并设置自己的密码，之后即可在此许可。</translation>
    </message>
</context>
<context>
    <name>Allowing</name>
    <message>
        <source>Nothing was refused here that a supervisor could allow.</source>
        <translation>这里没有刚被拒绝、可由值班长许可的操作。</translation>
    </message>
    <message>
        <source>Try first what you want to do; then Ctrl+Shift+A.</source>
        <translation>请先做要做的操作，再按 Ctrl+Shift+A。</translation>
    </message>
</context>
<context>
    <name>ApplicantForm</name>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Answer the situations first; the form shows what the items need.</source>
        <translation>请先回答情形问题；表单只列出所选事项需要的内容。</translation>
    </message>
    <message>
        <source>nothing asked yet</source>
        <translation>暂无</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>代理人</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n</source>
        <translation>
            <numerusform>%1 %n人</numerusform>
        </translation>
    </message>
    <message>
        <source>without an agent</source>
        <translation>取消代理</translation>
    </message>
    <message>
        <source>an agent acts</source>
        <translation>由代理人办理</translation>
    </message>
    <message>
        <source>read card</source>
        <translation>读卡</translation>
    </message>
</context>
<context>
    <name>AssignBar</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>give</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>放弃</translation>
    </message>
    <message numerus="yes">
        <source>Give %n case(s) to window</source>
        <translation>
            <numerusform>把 %n 件转给窗口</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupPane</name>
    <message>
        <source>Copy now (F8)</source>
        <translation>立即备份 (F8)</translation>
    </message>
    <message>
        <source>Safety copies</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>There is a recovery code already. Copies made so far open with that one only: keep it. F7 again makes a new one.</source>
        <translation>已有恢复码。此前的备份只能用原恢复码打开，请继续妥善保管。再按一次 F7 新建。</translation>
    </message>
    <message>
        <source>Copy under way</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Recovery code (F7)</source>
        <translation>恢复码 (F7)</translation>
    </message>
    <message>
        <source>Folder (F9)</source>
        <translation>位置 (F9)</translation>
    </message>
    <message>
        <source>Last group of the code</source>
        <translation>恢复码最后一组</translation>
    </message>
    <message>
        <source>Last group, off the paper</source>
        <translation>照纸输入最后一组</translation>
    </message>
    <message>
        <source>Folder for copies</source>
        <translation>备份位置</translation>
    </message>
    <message>
        <source>Every day at</source>
        <translation>每天时间</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Up and Down offer the sticks that are plugged in. Enter keeps it, Esc leaves it as it was.</source>
        <translation>↑↓ 选择已插入的 U 盘。Enter 保存，Esc 不改。</translation>
    </message>
    <message>
        <source>Mark of the key: %1.</source>
        <translation>钥匙标记：%1。</translation>
    </message>
    <message>
        <source>It is being printed (%1), two copies for two people. Type the last group off the paper, then Enter: only then is the code used. Ctrl+P prints it again, Esc leaves everything as it was. It is stored nowhere and shown only this once.</source>
        <translation>正在打印（%1），一式两份，由两人保管。请照纸输入最后一组后按 Enter，恢复码才启用。Ctrl+P 再打一次，Esc 一切照旧。程序不保存恢复码，只显示这一次。</translation>
    </message>
    <message>
        <source>It could not be printed: write all eight groups down by hand, twice, with the mark. Type the last group off the paper, then Enter: only then is the code used. Ctrl+P tries the printer again, Esc leaves everything as it was.</source>
        <translation>未能打印：请把八组字符和标记手抄两份。照纸输入最后一组后按 Enter，恢复码才启用。Ctrl+P 再试打印机，Esc 一切照旧。</translation>
    </message>
    <message>
        <source>No printer is set up.</source>
        <translation>没有设置打印机。</translation>
    </message>
    <message>
        <source>That is not the last group: look at the paper once more.</source>
        <translation>不是最后一组，请再看一遍纸上的字符。</translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>to print</source>
        <translation>待打印</translation>
    </message>
    <message>
        <source>printed before</source>
        <translation>已打过</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不打</translation>
    </message>
    <message>
        <source>at the printer</source>
        <translation>已送打印</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>未打出</translation>
    </message>
    <message>
        <source>once more: copy %1</source>
        <translation>再打为补打，第%1次</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>%1 的文书</translation>
    </message>
    <message>
        <source>the case has no such paper</source>
        <translation>该办件没有这种文书</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Matter or item</source>
        <translation>一件事或事项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Only today&apos;s</source>
        <translation>只打今天的</translation>
    </message>
    <message>
        <source>Batch printing</source>
        <translation>批量打印</translation>
    </message>
    <message>
        <source>kind of paper</source>
        <translation>文书种类</translation>
    </message>
    <message>
        <source>print what was never printed</source>
        <translation>打印未打过的</translation>
    </message>
    <message>
        <source>also what was printed before</source>
        <translation>连已打过的一起补打</translation>
    </message>
    <message>
        <source>only today&apos;s, or all</source>
        <translation>只打今天的／全部</translation>
    </message>
    <message>
        <source>through the cases</source>
        <translation>翻看办件</translation>
    </message>
    <message>
        <source>stop; back</source>
        <translation>停止；返回</translation>
    </message>
    <message>
        <source>Nothing was printed: a reprint needs a reason.</source>
        <translation>没有打印：补打需要写明原因。</translation>
    </message>
    <message>
        <source>Press A once more and choose one.</source>
        <translation>请再按 A 并选择原因。</translation>
    </message>
    <message>
        <source>Kinds of paper</source>
        <translation>文书种类</translation>
    </message>
    <message>
        <source>Cases of the batch</source>
        <translation>本批办件</translation>
    </message>
    <message>
        <source>A batch is still printing: the marked cases were not taken.</source>
        <translation>上一批还在打印，标记的办件没有加入。</translation>
    </message>
    <message>
        <source>Esc stops it.</source>
        <translation>按 Esc 停止上一批。</translation>
    </message>
    <message>
        <source>Nothing of this kind is left to print.</source>
        <translation>这种文书没有待打印的了。</translation>
    </message>
    <message>
        <source>A prints what was printed before once more, numbered, with a reason.</source>
        <translation>按 A 可把已打过的补打，写明原因并编次。</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) that were printed before</source>
        <translation>
            <numerusform>%n份已打过的文书</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to print</source>
        <translation>
            <numerusform>待打印%n份</numerusform>
        </translation>
    </message>
    <message>
        <source>none to print</source>
        <translation>无待打印</translation>
    </message>
    <message numerus="yes">
        <source>%n printed before</source>
        <translation>
            <numerusform>已打过%n份</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n个办件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n个不打</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the cases: %1 of %2</source>
        <translation>正在查看办件：%1／%2</translation>
    </message>
    <message>
        <source>Esc goes on with those that were looked at.</source>
        <translation>按 Esc 只用已查看的办件。</translation>
    </message>
    <message>
        <source>These cases have no papers</source>
        <translation>这些办件没有文书</translation>
    </message>
    <message>
        <source>Esc goes back: mark other cases there.</source>
        <translation>按 Esc 返回，另行标记办件。</translation>
    </message>
    <message>
        <source>Cases looked at</source>
        <translation>已查看的办件</translation>
    </message>
    <message>
        <source>Papers printed</source>
        <translation>已送打印的文书</translation>
    </message>
    <message>
        <source>Printing: %1 of %2 at the printer.</source>
        <translation>正在打印：已送 %1／%2 份。</translation>
    </message>
    <message>
        <source>Esc asks for no further one.</source>
        <translation>按 Esc 停止送出后面的文书。</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) went to the printer.</source>
        <translation>
            <numerusform>%n份文书已送打印机。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not.</source>
        <translation>
            <numerusform>%n份没有送出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Why stands at each; Enter tries them once more.</source>
        <translation>原因写在每一行；按回车再试。</translation>
    </message>
    <message>
        <source>Whether they came out: page Printing.</source>
        <translation>是否打出，见“打印”页。</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 went to the printer.</source>
        <translation>已停止：%1／%2 份已送打印机。</translation>
    </message>
    <message>
        <source>Enter goes on with the rest.</source>
        <translation>按回车继续打印其余的。</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>Halted: %1 of %2 went to the printer.</source>
        <translation>已暂停：%1／%2 份已送打印机。</translation>
    </message>
    <message>
        <source>When that is put right, Enter goes on with the rest.</source>
        <translation>处理好后按回车继续打印其余的。</translation>
    </message>
</context>
<context>
    <name>BoardFace</name>
    <message>
        <source>Windows</source>
        <translation>各窗口</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What turns next</source>
        <translation>即将到点</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>变为</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>将到期</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>在途</translation>
    </message>
    <message>
        <source>here</source>
        <translation>在窗口</translation>
    </message>
    <message>
        <source>late or not collected</source>
        <translation>超时或未领</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>content</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>not content</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>to be put right</source>
        <translation>待整改</translation>
    </message>
    <message>
        <source>Ratings today</source>
        <translation>今日好差评</translation>
    </message>
    <message>
        <source>contradictions</source>
        <translation>矛盾</translation>
    </message>
    <message>
        <source>reasons of delays</source>
        <translation>超时说明</translation>
    </message>
    <message>
        <source>re-checks</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>For the supervisor</source>
        <translation>待值班长处理</translation>
    </message>
    <message>
        <source>no case in hand</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Turns in the next hour: more than %1</source>
        <translation>一小时内到点：超过 %1 项</translation>
    </message>
    <message>
        <source>Turns in the next hour: %1</source>
        <translation>一小时内到点：%1 项</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>The hall now</source>
        <translation>大厅实况</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>各窗口</translation>
    </message>
    <message>
        <source>what turns next</source>
        <translation>即将到点</translation>
    </message>
    <message>
        <source>open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>look now</source>
        <translation>立即刷新</translation>
    </message>
    <message>
        <source>contradictions</source>
        <translation>矛盾</translation>
    </message>
    <message>
        <source>on the wall</source>
        <translation>上大屏</translation>
    </message>
</context>
<context>
    <name>BoardWall</name>
    <message>
        <source>The hall now</source>
        <translation>大厅实况</translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 时 %2 分</translation>
    </message>
    <message>
        <source>not heard of</source>
        <translation>无消息</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>%1 无消息</translation>
    </message>
    <message>
        <source>all safe</source>
        <translation>已全部上传</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n 条未上传</numerusform>
        </translation>
    </message>
    <message>
        <source>This window belongs to no hub: what this PC knows, as of %1.</source>
        <translation>本窗口未加入中心端：只有本机数据，截至 %1。</translation>
    </message>
    <message>
        <source>From the hub, as of %1.</source>
        <translation>中心端数据，截至 %1。</translation>
    </message>
    <message>
        <source>Offline: what this PC knows, as of %1; the hub was not heard since the start.</source>
        <translation>离线：本机数据，截至 %1；启动以来未与中心端联系上。</translation>
    </message>
    <message>
        <source>Offline: windows and ratings as the hub said at %1, the rest from this PC.</source>
        <translation>离线：窗口和好差评为中心端 %1 的数据，其余为本机数据。</translation>
    </message>
    <message>
        <source>late</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>on this PC only</source>
        <translation>仅存本机</translation>
    </message>
</context>
<context>
    <name>CardLine</name>
    <message>
        <source>Put the card of “%1” on the reader.</source>
        <translation>请把“%1”的身份证放到读卡器上。</translation>
    </message>
    <message>
        <source>Esc stops; typing goes on meanwhile. %1</source>
        <translation>Esc 停止读卡；读卡时可以继续录入。%1</translation>
    </message>
    <message>
        <source>Take the card&apos;s  Ctrl+D</source>
        <translation>以身份证为准  Ctrl+D</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>No card reader is set up at this window. Type what the card says; a technician names the reader in hall.ini.</source>
        <translation>本窗口没有设置读卡器，请手工录入；由技术人员在 hall.ini 中指定读卡器。</translation>
    </message>
    <message>
        <source>The program of the card reader does not answer. Start it, or type what the card says.</source>
        <translation>读卡器的服务程序没有应答。请启动它，或者手工录入。</translation>
    </message>
    <message>
        <source>The card reader is not connected. Look at its cable, then Ctrl+D once more.</source>
        <translation>读卡器没有接好。请检查连线，再按 Ctrl+D。</translation>
    </message>
    <message>
        <source>No card was put on the reader. Put it on, then Ctrl+D once more.</source>
        <translation>读卡器上没有身份证。放好后再按 Ctrl+D。</translation>
    </message>
    <message>
        <source>The card was not read whole. Lift it, put it on again and leave it there, then Ctrl+D once more.</source>
        <translation>身份证没有读全。请拿起重新放好，不要移动，再按 Ctrl+D。</translation>
    </message>
    <message>
        <source>Another program uses the card reader. Close it, then Ctrl+D once more.</source>
        <translation>读卡器正被其他程序占用。请关闭该程序，再按 Ctrl+D。</translation>
    </message>
    <message>
        <source>The program of the card reader did not finish in time. Ctrl+D tries once more; or type what the card says.</source>
        <translation>读卡器的服务程序超时。按 Ctrl+D 再试，或者手工录入。</translation>
    </message>
    <message>
        <source>The program of the card reader answered something else than its mapping file says. Nothing was taken; tell your technician.</source>
        <translation>读卡器的服务程序返回的内容与对照文件不符，没有录入任何内容；请告知技术人员。</translation>
    </message>
    <message>
        <source>The program of the card reader refused. Nothing was taken.</source>
        <translation>读卡器的服务程序拒绝读卡，没有录入任何内容。</translation>
    </message>
    <message>
        <source>The mapping file names another PC than this one. A technician allows it by cardReaderHosts in hall.ini.</source>
        <translation>对照文件指向本机以外的电脑。由技术人员在 hall.ini 的 cardReaderHosts 中允许后方可使用。</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>已停止读卡。</translation>
    </message>
    <message>
        <source>The card was read without a name or number. Nothing was taken; put it on once more.</source>
        <translation>没有读到姓名或者号码，没有录入任何内容；请重新放卡。</translation>
    </message>
    <message>
        <source>What was read as the name is none. Nothing was taken; put the card on once more.</source>
        <translation>读到的姓名不是姓名，没有录入任何内容；请重新放卡。</translation>
    </message>
    <message>
        <source>The number that was read is none (check digit). Nothing was taken; put the card on once more.</source>
        <translation>读到的号码不正确（校验码不符），没有录入任何内容；请重新放卡。</translation>
    </message>
    <message>
        <source>Number and date of birth on this card do not agree. Nothing was taken: look at the card itself.</source>
        <translation>这张证件的号码与出生日期不一致，没有录入任何内容：请查看证件原件。</translation>
    </message>
    <message>
        <source>Number and sex on this card do not agree. Nothing was taken: look at the card itself.</source>
        <translation>这张证件的号码与性别不一致，没有录入任何内容：请查看证件原件。</translation>
    </message>
    <message>
        <source>This card is valid from %1 only: ask for one that is valid today.</source>
        <translation>这张身份证从%1起才有效：请出示今天有效的证件。</translation>
    </message>
    <message>
        <source>This card expired on %1: it proves no identity any more, ask for one that is valid.</source>
        <translation>这张身份证已于%1到期：不能再证明身份，请出示有效证件。</translation>
    </message>
</context>
<context>
    <name>CaseActForm</name>
    <message>
        <source>Number of the licence</source>
        <translation>证照编号</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>all accepted items</source>
        <translation>全部已受理事项</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>证书文号</translation>
    </message>
    <message>
        <source>E-licence identifier</source>
        <translation>电子证照标识</translation>
    </message>
    <message>
        <source>there is a paper or card</source>
        <translation>有纸质证件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>in words for the applicant</source>
        <translation>写给申请人看</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>不予</translation>
    </message>
    <message>
        <source>It is now at</source>
        <translation>现存放于</translation>
    </message>
    <message>
        <source>window or shelf</source>
        <translation>窗口或架位</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>送交人</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>all results together</source>
        <translation>统一领取</translation>
    </message>
    <message>
        <source>each when it is there</source>
        <translation>分别领取</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>empty: %1</source>
        <translation>不填即 %1</translation>
    </message>
    <message>
        <source>Who is</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>the applicant</source>
        <translation>申请人本人</translation>
    </message>
    <message>
        <source>an agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>a relative</source>
        <translation>亲属</translation>
    </message>
    <message>
        <source>a colleague of the enterprise</source>
        <translation>单位经办人</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>delivery record signed</source>
        <translation>送达回证已签字</translation>
    </message>
    <message>
        <source>Parcel number</source>
        <translation>快递单号</translation>
    </message>
    <message>
        <source>everything that is here</source>
        <translation>全部已到结果</translation>
    </message>
    <message>
        <source>About</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>every reason, in words for the applicant</source>
        <translation>逐条写明，写给申请人看</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>哪一次</translation>
    </message>
    <message>
        <source>Number of the notice</source>
        <translation>通知书编号</translation>
    </message>
    <message>
        <source>Number of the decision</source>
        <translation>决定书编号</translation>
    </message>
    <message>
        <source>Special step</source>
        <translation>特别环节</translation>
    </message>
    <message>
        <source>all that has not ended</source>
        <translation>全部未办结事项</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>归档单位</translation>
    </message>
    <message>
        <source>Shelf place</source>
        <translation>架位</translation>
    </message>
    <message>
        <source>the legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>the guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Authority seen</source>
        <translation>代领凭据</translation>
    </message>
    <message>
        <source>letter of authority, proof of kinship</source>
        <translation>授权委托书、亲属关系证明</translation>
    </message>
    <message>
        <source>Courier company</source>
        <translation>寄递公司</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>以何为准</translation>
    </message>
    <message>
        <source>Number of the case that stands for both</source>
        <translation>并入哪一件（办件编号）</translation>
    </message>
    <message>
        <source>the case as a whole</source>
        <translation>整件</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>Reason given</source>
        <translation>超时说明</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>not approved</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>复核要求</translation>
    </message>
    <message>
        <source>it conforms</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>it does not conform</source>
        <translation>不符合</translation>
    </message>
    <message>
        <source>Look for</source>
        <translation>复核什么</translation>
    </message>
    <message>
        <source>stands in the record with your name</source>
        <translation>连同您的姓名记入记录</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时的是</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>督办内容</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>所承诺的</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>核查情况</translation>
    </message>
</context>
<context>
    <name>CaseActs</name>
    <message>
        <source>Originals still have to go back to the applicant (B): %1. </source>
        <translation>还有原件待退还申请人（B）：%1。</translation>
    </message>
    <message>
        <source>Scans complete</source>
        <translation>扫描完成</translation>
    </message>
    <message>
        <source>Push to departments</source>
        <translation>推送各部门</translation>
    </message>
    <message>
        <source>Hand over paper</source>
        <translation>移交纸质材料</translation>
    </message>
    <message>
        <source>Take in later material</source>
        <translation>容缺补正</translation>
    </message>
    <message>
        <source>Let promise lapse</source>
        <translation>容缺逾期退件</translation>
    </message>
    <message>
        <source>Call joint review</source>
        <translation>召集联合评审</translation>
    </message>
    <message>
        <source>Record joint review</source>
        <translation>登记评审结果</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Accept at window</source>
        <translation>窗口受理</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Pause the clock</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Resume the clock</source>
        <translation>恢复计时</translation>
    </message>
    <message>
        <source>Pre-review</source>
        <translation>容缺预审</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Result arrived</source>
        <translation>结果到窗口</translation>
    </message>
    <message>
        <source>Choose collection</source>
        <translation>领取方式</translation>
    </message>
    <message>
        <source>Hand over result</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Send proof</source>
        <translation>回传送达凭证</translation>
    </message>
    <message>
        <source>Citizen told</source>
        <translation>告知申请人</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Give papers back</source>
        <translation>退还材料</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>The chosen item</source>
        <translation>所选事项</translation>
    </message>
    <message>
        <source>The results</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Citizen and end</source>
        <translation>申请人与办结</translation>
    </message>
    <message>
        <source>Settle a contradiction</source>
        <translation>处理矛盾</translation>
    </message>
    <message>
        <source>Taken in twice</source>
        <translation>重复收件，并入</translation>
    </message>
    <message>
        <source>Explain a delay</source>
        <translation>说明超时原因</translation>
    </message>
    <message>
        <source>Record re-check</source>
        <translation>登记复核结果</translation>
    </message>
    <message>
        <source>Urge the department</source>
        <translation>督办部门</translation>
    </message>
    <message>
        <source>Decide on the delay</source>
        <translation>审批超时说明</translation>
    </message>
    <message>
        <source>Order a re-check</source>
        <translation>要求复核材料</translation>
    </message>
    <message>
        <source>See a whole number</source>
        <translation>查看完整号码</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>A promise is broken</source>
        <translation>登记承诺不实</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>Sample guide</source>
        <translation>样例指南</translation>
    </message>
    <message>
        <source>leave, all is saved</source>
        <translation>离开，均已保存</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1（当事人：%2）</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %2 and %n more</source>
        <translation>
            <numerusform>%1（当事人：%2，另有%n人）</numerusform>
        </translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>copy card</source>
        <translation>录入卡</translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>Sample guide</source>
        <translation>样例指南</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The materials of this guide come from law and general knowledge, not from the department.</source>
        <translation>本指南的材料依据法律和一般经验整理，未经牵头部门发布。</translation>
    </message>
    <message>
        <source>leave, all is saved</source>
        <translation>离开，内容已全部保存</translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>已告知 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>copy card</source>
        <translation>录入卡</translation>
    </message>
    <message>
        <source>Online since %1, look at it until %2</source>
        <translation>网上申请，%1 提交，%2 前审查</translation>
    </message>
    <message>
        <source>Came online</source>
        <translation>网上申请</translation>
    </message>
    <message>
        <source>The applicant sent it over the pages: the pictures are copies (F12). Compare them with the originals when the results are collected.</source>
        <translation>申请人在网上提交：图片是电子复印件（F12 查看）。领取结果时与原件核对。</translation>
    </message>
</context>
<context>
    <name>CaseItems</name>
    <message>
        <source>Paused: %1</source>
        <translation>暂停：%1</translation>
    </message>
    <message>
        <source>Pre-reviewed</source>
        <translation>已预审</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>不予许可</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>, number %1</source>
        <translation>，编号 %1</translation>
    </message>
    <message>
        <source>Accepted %1 by %2</source>
        <translation>%1 受理，%2</translation>
    </message>
    <message>
        <source>Not counted since %2: %1</source>
        <translation>%2 起不计时：%1</translation>
    </message>
    <message>
        <source>Not counted %2 – %3: %1</source>
        <translation>%2 至 %3 不计时：%1</translation>
    </message>
    <message>
        <source>Pre-reviewed %1</source>
        <translation>%1 已预审</translation>
    </message>
    <message>
        <source>Denied %1: %2</source>
        <translation>%1 不予：%2</translation>
    </message>
    <message>
        <source>Granted %1</source>
        <translation>%1 准予</translation>
    </message>
    <message>
        <source>, certificate %1</source>
        <translation>，证书 %1</translation>
    </message>
    <message>
        <source>E-licence %1</source>
        <translation>电子证照 %1</translation>
    </message>
    <message>
        <source>Handed over %1 %2</source>
        <translation>%1 送达（%2）</translation>
    </message>
    <message>
        <source>, to %1 (%2)</source>
        <translation>，领取人 %1（%2）</translation>
    </message>
    <message>
        <source>, parcel %1</source>
        <translation>，快递单号 %1</translation>
    </message>
    <message>
        <source>, signed for</source>
        <translation>，已签字</translation>
    </message>
    <message>
        <source>Proof sent to the department %1</source>
        <translation>%1 送达凭证已回传部门</translation>
    </message>
    <message>
        <source>Refused, handed over</source>
        <translation>不予受理，已送达</translation>
    </message>
    <message>
        <source>promised %1</source>
        <translation>承诺 %1</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>需待 %1 办结</translation>
    </message>
    <message>
        <source>by %1, provisional</source>
        <translation>%1 前（暂定）</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, by %1</source>
        <translation>，凭%1</translation>
    </message>
    <message>
        <source>Result on its way since %1 to %2</source>
        <translation>结果已于%1送往%2</translation>
    </message>
    <message>
        <source>No unit is named: %1</source>
        <translation>未指明承办单位：%1</translation>
    </message>
    <message>
        <source>Handled by %1</source>
        <translation>承办单位：%1</translation>
    </message>
    <message>
        <source>%1 (sample routing, not official)</source>
        <translation>%1（样例分办，非官方）</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>This case needs no material.</source>
        <translation>本办件无需材料。</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>No deadline is known for this case.</source>
        <translation>本办件没有已知的时限。</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>The acts of this case could not be read.</source>
        <translation>本办件的办理记录无法读取。</translation>
    </message>
    <message>
        <source>Citizen and papers</source>
        <translation>申请人与文书</translation>
    </message>
    <message>
        <source>%1: ready to print.</source>
        <translation>《%1》可以打印。</translation>
    </message>
    <message>
        <source>Ctrl+P prints it, Ctrl+S saves it as PDF; F6 lists all papers.</source>
        <translation>按 Ctrl+P 打印，按 Ctrl+S 存为 PDF；按 F6 查看全部文书。</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>%1: signed by hand.</source>
        <translation>%1：已手写签名。</translation>
    </message>
    <message>
        <source>Ctrl+P prints it with the signature.</source>
        <translation>Ctrl+P 打印带签名的文书。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The look is on record with its reason. Esc hides the number; it hides itself after half a minute.</source>
        <translation>本次查看及理由已记录。按 Esc 隐藏；半分钟后自动隐藏。</translation>
    </message>
</context>
<context>
    <name>CaseRows</name>
    <message>
        <source>by %1, provisional</source>
        <translation>%1 前（暂定）</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>was late</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>not counted now</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>%1 完成</translation>
    </message>
    <message>
        <source>brought later, %1</source>
        <translation>%1 已补交</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>已逾期退件</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期未交</translation>
    </message>
    <message>
        <source>was to be brought by %1</source>
        <translation>应于 %1 前补交</translation>
    </message>
    <message>
        <source>to be brought by %1</source>
        <translation>%1 前补交</translation>
    </message>
    <message>
        <source>Told %1 about %2</source>
        <translation>%1告知%2</translation>
    </message>
    <message>
        <source>not printed yet</source>
        <translation>尚未打印</translation>
    </message>
    <message>
        <source>%1 no. %2</source>
        <translation>%1 第 %2 份</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>copy %1</source>
        <translation>第 %1 份</translation>
    </message>
    <message>
        <source>given back %1</source>
        <translation>%1 已退还</translation>
    </message>
    <message>
        <source>Wants %1</source>
        <translation>领取：%1</translation>
    </message>
    <message>
        <source>collection of the results</source>
        <translation>结果领取方式</translation>
    </message>
    <message>
        <source>to the address %1</source>
        <translation>寄往 %1</translation>
    </message>
    <message>
        <source>Archived %1 with %2.</source>
        <translation>%1 已归档，由 %2 保管。</translation>
    </message>
    <message>
        <source>Filed; the scans are to be completed.</source>
        <translation>已收件，待完成扫描。</translation>
    </message>
    <message>
        <source>Filed; to be pushed to the departments.</source>
        <translation>已收件，待推送各联办部门。</translation>
    </message>
    <message>
        <source>Waiting for the departments: %1 of %2 items are to be accepted.</source>
        <translation>待部门受理：%2 个事项中还有 %1 个未受理。</translation>
    </message>
    <message>
        <source>Decided; %1 of %2 results are here, to be handed over.</source>
        <translation>已办结：%2 个待送达结果已到 %1 个。</translation>
    </message>
    <message>
        <source>Handed over; the departments wait for the proof.</source>
        <translation>已送达，待向部门回传送达凭证。</translation>
    </message>
    <message>
        <source>Everything is done; to be archived.</source>
        <translation>已全部办结，待归档。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>In hand: %1 of %2 items have ended, %3 paused.</source>
        <translation>办理中：%2 个事项已办结 %1 个，暂停 %3 个。</translation>
    </message>
    <message>
        <source>In hand: %1 of %2 items have ended.</source>
        <translation>办理中：%2 个事项已办结 %1 个。</translation>
    </message>
    <message>
        <source>no end known now</source>
        <translation>暂无截止日</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned</source>
        <translation>
            <numerusform>已扫描 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>by the hub&apos;s clock %1</source>
        <translation>中心端时间 %1</translation>
    </message>
    <message>
        <source>signed by hand %1, %2</source>
        <translation>手写签名 %1，%2</translation>
    </message>
    <message>
        <source>to be settled (O)</source>
        <translation>待处理（O）</translation>
    </message>
    <message>
        <source>contradiction</source>
        <translation>矛盾</translation>
    </message>
    <message>
        <source>To be checked once more</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Does not conform, checked once more</source>
        <translation>复核不符合</translation>
    </message>
    <message>
        <source>Promise broken</source>
        <translation>承诺不实</translation>
    </message>
</context>
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
        <translation>核验中</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Closed unfiled</source>
        <translation>未收件关闭</translation>
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
    <message>
        <source>window %1</source>
        <translation>窗口%1</translation>
    </message>
    <message>
        <source>window %1 in %2</source>
        <translation>%2 窗口%1</translation>
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
    <message>
        <source>Opened</source>
        <translation>收件时间</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>Taken in at</source>
        <translation>收件窗口</translation>
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
        <source>Finished ones too</source>
        <translation>含已办结</translation>
    </message>
    <message>
        <source>Show filed and closed cases too (F4)</source>
        <translation>同时显示已收件和已关闭的办件（F4）</translation>
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
        <source>Number, ID number, phone, name, pinyin or matter</source>
        <translation>编号、证件号、电话、姓名、拼音或事项</translation>
    </message>
    <message>
        <source>Found in all cases</source>
        <translation>在全部办件中找到</translation>
    </message>
    <message>
        <source>older cases are still being read, more may follow</source>
        <translation>以往办件仍在读取，结果可能增加</translation>
    </message>
    <message>
        <source>Type four digits of a case, ID or phone number, a name, its initials, or a matter.</source>
        <translation>请输入办件编号、证件号或电话中的四位数字，姓名或其拼音首字母，或事项名称。</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>print papers together</source>
        <translation>批量打印文书</translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>已标记%n个</numerusform>
        </translation>
    </message>
    <message>
        <source>give to a window</source>
        <translation>转窗口</translation>
    </message>
    <message>
        <source>There is no case yet</source>
        <translation>还没有办件</translation>
    </message>
</context>
<context>
    <name>ChartsPane</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>ChecklistModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n 个事项</numerusform>
        </translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>申请材料</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>核验结论</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>Checklist</source>
        <translation>材料核验</translation>
    </message>
    <message>
        <source>Checklist of materials</source>
        <translation>申请材料核验清单</translation>
    </message>
    <message>
        <source>No materials yet: they follow from the situations and the items.</source>
        <translation>暂无材料：由情形和事项决定。</translation>
    </message>
    <message>
        <source>%1 of %2 checked</source>
        <translation>已核验 %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n 处缺漏</numerusform>
        </translation>
    </message>
    <message>
        <source>all in order</source>
        <translation>全部符合</translation>
    </message>
    <message>
        <source>nothing asked yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>look up</source>
        <translation>查询</translation>
    </message>
</context>
<context>
    <name>ClockWatch</name>
    <message>
        <source>The clock of this PC is taken to be right.</source>
        <translation>已确认本机时间正确。</translation>
    </message>
    <message>
        <source>Do once more what you wanted to do.</source>
        <translation>请把刚才要做的再做一次。</translation>
    </message>
    <message numerus="yes">
        <source>nothing recorded for %n day(s): is it today? Ctrl+F12</source>
        <translation>
            <numerusform>已有 %n 天没有记录，今天日期对吗？对请按 Ctrl+F12</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>your clock is %n minute(s) off (Ctrl+F12: it is right)</source>
        <translation>
            <numerusform>本机时间相差 %n 分钟（时间无误请按 Ctrl+F12）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectorHand</name>
    <message>
        <source>collector</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>The card is that of the %1. Compare the face with it.</source>
        <translation>身份证与办件中的%1一致。请核对本人面貌。</translation>
    </message>
    <message>
        <source>The name is that of the %1; the case has no number to compare.</source>
        <translation>姓名与%1一致；办件中没有号码可以比对。</translation>
    </message>
    <message>
        <source>Compare the face with the card.</source>
        <translation>请核对本人与证件。</translation>
    </message>
    <message>
        <source>Somebody of this name is in the case, but with another number: it may be another person.</source>
        <translation>办件中有同名的人，但号码不同：可能不是同一人。</translation>
    </message>
    <message>
        <source>Nothing is handed over without an authority.</source>
        <translation>没有授权不得发放。</translation>
    </message>
    <message>
        <source>Nobody of the case has this card: relation and authority are needed.</source>
        <translation>办件中没有此人：须注明关系并出示授权。</translation>
    </message>
    <message>
        <source>Fill in both, and keep the letter of authority.</source>
        <translation>请填写两项，并留存授权委托书。</translation>
    </message>
    <message>
        <source>The form says something else than the card: %1</source>
        <translation>表单与身份证不一致：%1</translation>
    </message>
    <message>
        <source>Esc keeps what was typed.</source>
        <translation>Esc 保留已录入的内容。</translation>
    </message>
    <message>
        <source>Only what is handed over at the window is signed for here.</source>
        <translation>只有窗口领取的才在这里签收。</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>领取：%1</translation>
    </message>
    <message>
        <source>Signed by hand. Enter hands over and records both.</source>
        <translation>已手写签名。按 Enter 发放，签名和发放一并记录。</translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message>
        <source>a person of a list</source>
        <translation>名单中的人员</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>一张图片</translation>
    </message>
    <message>
        <source>the case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>not applied for</source>
        <translation>不申请</translation>
    </message>
    <message>
        <source>applied for</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>%1 %2 and %3 %4</source>
        <translation>%1 %2 与 %3 %4</translation>
    </message>
    <message>
        <source>%1: “%2” is shown, “%3” was said too (%4)</source>
        <translation>%1：现显示“%2”，另有“%3”（%4）</translation>
    </message>
    <message>
        <source>%1: two windows acted without knowing of each other (%2)</source>
        <translation>%1：两个窗口互不知情，各自作了操作（%2）</translation>
    </message>
    <message>
        <source>%1: withdrawn at one window and dealt with at another (%2)</source>
        <translation>%1：一个窗口已撤回，另一窗口仍作了办理（%2）</translation>
    </message>
    <message>
        <source>%1: the result was handed over twice; the first stands (%2)</source>
        <translation>%1：办理结果被重复发放，以首次为准（%2）</translation>
    </message>
    <message>
        <source>%1: done by a window that had given the case away; it does not count yet (%2)</source>
        <translation>%1：办件已转出，原窗口仍作了操作，暂不计入，待复核（%2）</translation>
    </message>
    <message>
        <source>it stays as shown</source>
        <translation>维持现状</translation>
    </message>
    <message>
        <source>the other act counts</source>
        <translation>以另一操作为准</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>有矛盾</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>不计入</translation>
    </message>
</context>
<context>
    <name>ConsultHeader</name>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>next citizen</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>No case: nothing is stored and no number is used. After Esc it is kept until another consultation begins.</source>
        <translation>咨询不建办件：不保存内容，不占用编号。按 Esc 离开后仍保留，直到开始另一次咨询。</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>咨询辅导</translation>
    </message>
    <message>
        <source>Sample guide</source>
        <translation>样例指南</translation>
    </message>
    <message>
        <source>Catalogue only</source>
        <translation>仅有清单</translation>
    </message>
    <message>
        <source>The materials of this guide come from law and general knowledge, not from the department.</source>
        <translation>本指南的材料依据法律和一般经验整理，未经牵头部门发布。</translation>
    </message>
    <message>
        <source>Of this matter only the items and departments of the official catalogue are known.</source>
        <translation>此事项目前只有官方清单中的联办事项和部门。</translation>
    </message>
</context>
<context>
    <name>Consulting</name>
    <message>
        <source>This goes on with the consultation that was kept.</source>
        <translation>接着刚才保留的咨询继续。</translation>
    </message>
    <message>
        <source>Ctrl+N begins anew for the next citizen.</source>
        <translation>换一位群众请按 Ctrl+N 重新开始。</translation>
    </message>
    <message>
        <source>The personal list was sent to the printer.</source>
        <translation>一次告知单已送打印。</translation>
    </message>
    <message>
        <source>Printer and job: %1. Nothing of it is recorded.</source>
        <translation>打印机和作业：%1。咨询不作记录。</translation>
    </message>
    <message>
        <source>The personal list was saved as PDF.</source>
        <translation>一次告知单已存为 PDF。</translation>
    </message>
    <message>
        <source>Or save the list as PDF with Ctrl+S and print it elsewhere. (%1)</source>
        <translation>也可以按 Ctrl+S 存为 PDF，在别处打印。（%1）</translation>
    </message>
</context>
<context>
    <name>ContradictionsPage</name>
    <message>
        <source>Contradictions</source>
        <translation>矛盾</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>No contradiction is open</source>
        <translation>没有待处理的矛盾</translation>
    </message>
    <message>
        <source>Acts of windows that did not see each other appear here by themselves.</source>
        <translation>各窗口互不知情的操作会自动出现在这里。</translation>
    </message>
    <message>
        <source>Contradictions of the hall</source>
        <translation>大厅的矛盾操作</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>it stays as it counts now</source>
        <translation>维持现状</translation>
    </message>
    <message>
        <source>the other counts</source>
        <translation>以另一方为准</translation>
    </message>
    <message>
        <source>open the case; in the words: settle it</source>
        <translation>打开办件；填写理由时为确认</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation>简要说明理由</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>a window that is not known here</source>
        <translation>未知窗口</translation>
    </message>
    <message>
        <source>window %1…</source>
        <translation>窗口 %1…</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>The act is not on this PC.</source>
        <translation>本机没有这项操作。</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Counts now</source>
        <translation>现在有效</translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation>现在无效</translation>
    </message>
    <message>
        <source>Settled: %1.</source>
        <translation>已处理：%1。</translation>
    </message>
    <message>
        <source>It stands in the time line of the case with your words.</source>
        <translation>连同理由记入办件经过。</translation>
    </message>
</context>
<context>
    <name>CopyCardWindow</name>
    <message>
        <source>Copy card</source>
        <translation>录入卡</translation>
    </message>
    <message>
        <source>system into which the case is typed</source>
        <translation>要录入的系统</translation>
    </message>
    <message>
        <source>blanks in the order of that system</source>
        <translation>按该系统顺序排列的栏目</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>copy, then the next</source>
        <translation>复制，转下一栏</translation>
    </message>
    <message>
        <source>copy the whole screen</source>
        <translation>复制整屏</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>stays above other windows</source>
        <translation>窗口置顶</translation>
    </message>
    <message>
        <source>copies when I come back</source>
        <translation>切回时自动复制</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>This order of blanks is made up, as a sample: compare it with the real system.</source>
        <translation>栏目顺序为样例，请与实际系统核对。</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2 栏</translation>
    </message>
    <message>
        <source>Everything is through</source>
        <translation>全部栏目已过一遍</translation>
    </message>
    <message>
        <source>Was copied into this system before.</source>
        <translation>此前已录入过该系统。</translation>
    </message>
    <message>
        <source>Look once over what was typed by hand there. Esc closes the card.</source>
        <translation>请在对方系统核对手工录入的栏目。Esc 关闭录入卡。</translation>
    </message>
    <message numerus="yes">
        <source>On the clipboard: %1. It is taken off in %n s (Del: now).</source>
        <translation>
            <numerusform>剪贴板：%1，%n 秒后清除（Del 立即清除）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this case is on the clipboard.</source>
        <translation>剪贴板上没有本办件的内容。</translation>
    </message>
</context>
<context>
    <name>CopyDelegate</name>
    <message>
        <source>nothing to copy</source>
        <translation>无需录入</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工录入</translation>
    </message>
</context>
<context>
    <name>CopyModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>CopyWords</name>
    <message>
        <source>The case says nothing of it: ask, and type it there by hand.</source>
        <translation>办件中没有此项，请询问后在对方系统手工录入。</translation>
    </message>
    <message>
        <source>This is no date: type it there by hand.</source>
        <translation>此值不是日期，请手工录入。</translation>
    </message>
    <message>
        <source>Only an identity number says this: type it there by hand.</source>
        <translation>只能从身份证号码得出，请手工录入。</translation>
    </message>
    <message>
        <source>The address does not say it: type it there by hand.</source>
        <translation>地址中没有写明，请手工录入。</translation>
    </message>
    <message>
        <source>That system has no code for it: choose there by hand.</source>
        <translation>该系统没有对应代码，请手工选择。</translation>
    </message>
    <message>
        <source>Longer than the %1 characters of that blank: shorten it there by hand.</source>
        <translation>超过该栏 %1 字上限，请手工缩写录入。</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Every step is saved on this PC</source>
        <translation>每一步都已保存在本机</translation>
    </message>
    <message>
        <source>Key in the system key store</source>
        <translation>密钥：系统密钥库</translation>
    </message>
    <message>
        <source>Key in a file of this PC</source>
        <translation>密钥：本机密钥文件</translation>
    </message>
    <message>
        <source>The record of cases was damaged and has been put aside whole; a new one was begun.</source>
        <translation>办件记录已损坏，已原样另存，并启用了新的记录。</translation>
    </message>
    <message>
        <source>Nothing was deleted. Tell your technician: the damaged record is in %1.</source>
        <translation>没有删除任何内容。请告知技术人员：损坏的记录在 %1。</translation>
    </message>
    <message>
        <source>%1 was saved as PDF.</source>
        <translation>%1已存为 PDF。</translation>
    </message>
    <message>
        <source>Printer %1</source>
        <translation>打印机 %1</translation>
    </message>
    <message>
        <source>Printer %1 is stopped: %2</source>
        <translation>打印机 %1 已停止：%2</translation>
    </message>
    <message>
        <source>No printer set up: papers can be saved as PDF</source>
        <translation>未设置打印机：文书可存为 PDF</translation>
    </message>
    <message>
        <source>No print service: papers can be saved as PDF</source>
        <translation>没有打印服务：文书可存为 PDF</translation>
    </message>
    <message>
        <source>The last step could not be saved</source>
        <translation>最近一步没有保存成功</translation>
    </message>
    <message>
        <source>The checklist in force has no such matter any more. This case keeps version %1.</source>
        <translation>现行清单已没有此事项。本办件仍按%1版清单办理。</translation>
    </message>
    <message>
        <source>The checklist has a new version %1. This case keeps version %2.</source>
        <translation>清单已有新版本%1，本办件仍按%2版清单办理。</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Choose a guide pack</source>
        <translation>选择指南包</translation>
    </message>
    <message>
        <source>Guide packs (*.json)</source>
        <translation>指南包 (*.json)</translation>
    </message>
    <message>
        <source>The consultation on “%1” is kept until another one begins.</source>
        <translation>“%1”的咨询仍保留，直到开始另一次咨询。</translation>
    </message>
    <message>
        <source>Consult on the same matter (F6) to go on with it.</source>
        <translation>对同一事项再按 F6 即可继续。</translation>
    </message>
    <message>
        <source>A consultation is not stored</source>
        <translation>咨询不保存</translation>
    </message>
    <message>
        <source>What next</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Issuance</source>
        <translation>出证</translation>
    </message>
    <message>
        <source>Choose a list of people</source>
        <translation>选择人员名单</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.csv *.txt)</source>
        <translation>名单 (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>The rows to be corrected were saved.</source>
        <translation>需要更正的行已保存。</translation>
    </message>
    <message>
        <source>This code opens nothing at this window.</source>
        <translation>本窗口不能打开这个码。</translation>
    </message>
    <message>
        <source>This case belongs to another hall now.</source>
        <translation>本办件已转归其他政务服务中心。</translation>
    </message>
    <message>
        <source>What was done here is at the hub; ask there to have it back.</source>
        <translation>在此办理的内容都在中心端；如需转回，请与中心端联系。</translation>
    </message>
    <message>
        <source>Key under the passwords of the staff</source>
        <translation>密钥由工作人员的密码保护</translation>
    </message>
    <message>
        <source>What it says is not shown: it may be about a person, or a secret.</source>
        <translation>码的内容不显示：可能涉及个人信息或机密。</translation>
    </message>
</context>
<context>
    <name>DeskDevices</name>
    <message>
        <source>The pad is open for the citizen, who may rate this visit or leave it.</source>
        <translation>好差评已在评价器上打开，由群众自愿评价。</translation>
    </message>
    <message>
        <source>The rating pad does not answer. The visit is over all the same.</source>
        <translation>评价器没有应答，不影响本次办理。</translation>
    </message>
    <message>
        <source>No rating pad is set up at this window.</source>
        <translation>本窗口没有设置评价器。</translation>
    </message>
    <message>
        <source>A technician names it in hall.ini (ratingUrl).</source>
        <translation>由技术人员在 hall.ini 中指定（ratingUrl）。</translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, of which %n can change a checklist</source>
        <translation>
            <numerusform>%1，其中 %n 处会影响清单</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (can change a checklist)</source>
        <translation>%1（会影响清单）</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>不同之处</translation>
    </message>
</context>
<context>
    <name>EarlierCase</name>
    <message>
        <source>Open it  F10</source>
        <translation>打开该件  F10</translation>
    </message>
    <message>
        <source>%1, opened %2. F10 opens it; what is entered here stays saved.</source>
        <translation>%1，收件日期 %2。按 F10 打开；本件已录内容均已保存。</translation>
    </message>
    <message>
        <source>A number of this case is in an earlier one on the same matter: %1</source>
        <translation>本件中有证件号码已有同一事项的在先办件：%1</translation>
    </message>
    <message>
        <source>%1, opened %2. F10 opens it; Shift+F10 closes this one: that one stands for both.</source>
        <translation>%1，%2 开立。F10 打开它；Shift+F10 关闭本件，两个编号都以那一件为准。</translation>
    </message>
</context>
<context>
    <name>FactTeller</name>
    <message>
        <source>Case opened, number %1</source>
        <translation>新建办件，编号 %1</translation>
    </message>
    <message>
        <source>Answer taken back: %1</source>
        <translation>收回回答：%1</translation>
    </message>
    <message>
        <source>Answered: %1 %2</source>
        <translation>回答：%1 %2</translation>
    </message>
    <message>
        <source>Not applied for: %1</source>
        <translation>不办：%1</translation>
    </message>
    <message>
        <source>Applied for after all: %1</source>
        <translation>改为办理：%1</translation>
    </message>
    <message>
        <source>Way taken back: %1</source>
        <translation>收回办理方式：%1</translation>
    </message>
    <message>
        <source>Way chosen for %1: %2</source>
        <translation>%1 选择办理方式：%2</translation>
    </message>
    <message>
        <source>Emptied: %1</source>
        <translation>清空：%1</translation>
    </message>
    <message>
        <source>Filled in: %1</source>
        <translation>填写：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Verdict taken back: %1</source>
        <translation>收回核验结论：%1</translation>
    </message>
    <message numerus="yes">
        <source>One-time notice issued, %n gap(s)</source>
        <translation>
            <numerusform>出具一次性告知书，%n 处不符</numerusform>
        </translation>
    </message>
    <message>
        <source>; told a second time: %1</source>
        <translation>；二次告知：%1</translation>
    </message>
    <message>
        <source>Filed; to be pushed by %1</source>
        <translation>收件，应于 %1 前推送</translation>
    </message>
    <message>
        <source>%1: copy %2 asked for</source>
        <translation>%1：补打第 %2 份</translation>
    </message>
    <message>
        <source>%1: print asked for</source>
        <translation>%1：打印</translation>
    </message>
    <message>
        <source>Paper not printed</source>
        <translation>文书未打印</translation>
    </message>
    <message>
        <source>Closed without filing</source>
        <translation>未收件即关闭</translation>
    </message>
    <message>
        <source>An act of a newer version of this program (%1)</source>
        <translation>本程序较新版本的操作（%1）</translation>
    </message>
    <message>
        <source>Application submitted online</source>
        <translation>线上提交申请</translation>
    </message>
    <message numerus="yes">
        <source>Scans complete, %n picture(s)</source>
        <translation>
            <numerusform>扫描完成，共 %n 幅</numerusform>
        </translation>
    </message>
    <message>
        <source>Pushed to %1</source>
        <translation>推送至 %1</translation>
    </message>
    <message>
        <source>Paper handed over to %1</source>
        <translation>纸质材料移交 %1</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>受理：%1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>不予受理：%1</translation>
    </message>
    <message>
        <source>Clock paused for %2: %1</source>
        <translation>暂停计时（%2）：%1</translation>
    </message>
    <message>
        <source>Clock runs again: %1</source>
        <translation>恢复计时：%1</translation>
    </message>
    <message>
        <source>Pre-reviewed: %1</source>
        <translation>容缺预审：%1</translation>
    </message>
    <message>
        <source>Called for %2: %1</source>
        <translation>召集%1，%2</translation>
    </message>
    <message>
        <source>Joint review held: %1</source>
        <translation>评审结果：%1</translation>
    </message>
    <message>
        <source>To be brought by %2: %1</source>
        <translation>容缺，应于 %2 前补交：%1</translation>
    </message>
    <message>
        <source>Brought as promised: %1</source>
        <translation>容缺补正：%1</translation>
    </message>
    <message>
        <source>Promise lapsed, not brought: %1</source>
        <translation>容缺逾期未补，退件：%1</translation>
    </message>
    <message>
        <source>Withdrawn: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>Given back to %1: %2</source>
        <translation>退还 %1：%2</translation>
    </message>
    <message>
        <source>Denied: %1</source>
        <translation>不予许可：%1</translation>
    </message>
    <message>
        <source>Granted: %1</source>
        <translation>准予：%1</translation>
    </message>
    <message>
        <source>Result at %2: %1</source>
        <translation>结果在 %2：%1</translation>
    </message>
    <message>
        <source>, brought by %1</source>
        <translation>，%1 送交</translation>
    </message>
    <message>
        <source>Citizen told %1 about %2</source>
        <translation>%1告知申请人%2</translation>
    </message>
    <message>
        <source>Collection chosen: %1</source>
        <translation>选择领取方式：%1</translation>
    </message>
    <message>
        <source>Handed over %2: %1</source>
        <translation>送达（%2）：%1</translation>
    </message>
    <message>
        <source>, parcel %1</source>
        <translation>，快递单号 %1</translation>
    </message>
    <message>
        <source>, taken by %1 (%2)</source>
        <translation>，领取人 %1（%2）</translation>
    </message>
    <message>
        <source>Proof of delivery sent to the department: %1</source>
        <translation>向部门回传送达凭证：%1</translation>
    </message>
    <message>
        <source>Archived with %1</source>
        <translation>归档，由 %1 保管</translation>
    </message>
    <message>
        <source>, number %1</source>
        <translation>，编号 %1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1（%2前）</translation>
    </message>
    <message>
        <source>%1 made: %2</source>
        <translation>已生成%1：%2</translation>
    </message>
    <message>
        <source>Consequences read out, %1 signed</source>
        <translation>已告知后果，%1已签名</translation>
    </message>
    <message>
        <source>Paper handed to the print service</source>
        <translation>文书已交打印</translation>
    </message>
    <message>
        <source>Paper came out of the printer</source>
        <translation>文书已打印</translation>
    </message>
    <message>
        <source>Paper in hand</source>
        <translation>文书已到手</translation>
    </message>
    <message numerus="yes">
        <source>List of people, %1: %n entered</source>
        <translation>
            <numerusform>名单（%1）：录入%n人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>List of people, %1: %n removed</source>
        <translation>
            <numerusform>名单（%1）：移除%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture taken in, page %1</source>
        <translation>已采集图像，第 %1 页</translation>
    </message>
    <message>
        <source>Picture turned or cut, page %1</source>
        <translation>图像已旋转或裁剪，第 %1 页</translation>
    </message>
    <message>
        <source>not sorted yet</source>
        <translation>尚未归类</translation>
    </message>
    <message>
        <source>Picture sorted</source>
        <translation>图像已归类</translation>
    </message>
    <message>
        <source>Picture taken out</source>
        <translation>图像已移出</translation>
    </message>
    <message>
        <source>%1 got its number</source>
        <translation>%1已编号</translation>
    </message>
    <message>
        <source>%1: number %2 of %3 was voided</source>
        <translation>%1：%3年第%2号已作废</translation>
    </message>
    <message>
        <source>%1 asked for %2 of %3: %4</source>
        <translation>查询%1：%3 的“%2”，事由：%4</translation>
    </message>
    <message>
        <source>Looked up: %1, number %2, by %3</source>
        <translation>查得：%1，编号 %2，签发 %3</translation>
    </message>
    <message>
        <source>Looked up without a result: %1</source>
        <translation>查询没有结果：%1</translation>
    </message>
    <message numerus="yes">
        <source>Copied into “%2”, %n blank(s): %1</source>
        <translation>
            <numerusform>录入“%2” %n 栏：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Read from the card: %1</source>
        <translation>读卡录入：%1</translation>
    </message>
    <message>
        <source>Case given to window %1</source>
        <translation>办件已交给 %1 窗口</translation>
    </message>
    <message>
        <source>Contradiction settled: the other act counts</source>
        <translation>矛盾已处理：以另一操作为准</translation>
    </message>
    <message>
        <source>Contradiction settled: it stays as shown</source>
        <translation>矛盾已处理：维持现状</translation>
    </message>
    <message>
        <source>Signed by hand: %1</source>
        <translation>手写签名：%1</translation>
    </message>
    <message>
        <source>Result on its way to %2: %1</source>
        <translation>结果已送往%2：%1</translation>
    </message>
    <message>
        <source>Taken in twice: case %1 stands for it</source>
        <translation>重复收件，并入办件 %1</translation>
    </message>
    <message>
        <source>Why it is late, %1: %2</source>
        <translation>超时说明（%1）：%2</translation>
    </message>
    <message>
        <source>the case</source>
        <translation>整件</translation>
    </message>
    <message>
        <source>Reason of the delay approved</source>
        <translation>超时说明已同意</translation>
    </message>
    <message>
        <source>Reason of the delay not approved</source>
        <translation>超时说明未同意</translation>
    </message>
    <message>
        <source>To be checked once more, %1: %2</source>
        <translation>要求复核“%1”：%2</translation>
    </message>
    <message>
        <source>Checked once more: it conforms</source>
        <translation>复核：符合</translation>
    </message>
    <message>
        <source>Checked once more: it does not conform</source>
        <translation>复核：不符合</translation>
    </message>
    <message>
        <source>Department urged about %1: %2</source>
        <translation>督办“%1”：%2</translation>
    </message>
    <message>
        <source>The department has seen that it was urged</source>
        <translation>部门已签收督办</translation>
    </message>
    <message>
        <source>Whole number looked at: %1</source>
        <translation>查看完整号码：%1</translation>
    </message>
    <message>
        <source>The promise about %1 is broken: %2</source>
        <translation>“%1”承诺不实：%2</translation>
    </message>
</context>
<context>
    <name>FieldCell</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1（选填）</translation>
    </message>
    <message>
        <source>Region code unknown here: compare it with the card once more.</source>
        <translation>本机没有这个行政区划代码：请再与证件核对一遍。</translation>
    </message>
    <message>
        <source>%1 · read from the card</source>
        <translation>%1 · 读卡</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>14 days</source>
        <translation>近14日</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Whom it serves</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>National list</source>
        <translation>国家清单</translation>
    </message>
    <message>
        <source>Provincial list</source>
        <translation>省级清单</translation>
    </message>
    <message>
        <source>On neither list</source>
        <translation>未列入清单</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>正式发布</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Catalogue rows only</source>
        <translation>仅有目录</translation>
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
    <name>FoundCases</name>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名或名称</translation>
    </message>
    <message>
        <source>matter</source>
        <translation>事项</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
</context>
<context>
    <name>GuideList</name>
    <message>
        <source>Find a guide</source>
        <translation>查找指南</translation>
    </message>
    <message>
        <source>Name, pinyin, item, material …</source>
        <translation>名称、拼音、事项、材料……</translation>
    </message>
    <message>
        <source>Guides</source>
        <translation>指南</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s)</source>
        <translation>
            <numerusform>共 %n 件事</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing fits these filters</source>
        <translation>没有符合筛选条件的指南</translation>
    </message>
    <message>
        <source>F6 takes all filters off.</source>
        <translation>按 F6 清除全部筛选。</translation>
    </message>
    <message>
        <source>Nothing fits “%1”</source>
        <translation>没有与“%1”相符的指南</translation>
    </message>
    <message>
        <source>Try fewer letters or another word.</source>
        <translation>请少输几个字，或换一种说法。</translation>
    </message>
    <message>
        <source>No guide pack is loaded</source>
        <translation>尚未载入指南包</translation>
    </message>
    <message>
        <source>Import one with F8.</source>
        <translation>请按 F8 导入指南包。</translation>
    </message>
</context>
<context>
    <name>GuideReader</name>
    <message>
        <source>Full guide  F2</source>
        <translation>完整版  F2</translation>
    </message>
    <message>
        <source>Leaflet  F3</source>
        <translation>简版折页  F3</translation>
    </message>
    <message>
        <source>Compare  F4</source>
        <translation>版本对比  F4</translation>
    </message>
    <message>
        <source>Consult  F7</source>
        <translation>咨询辅导  F7</translation>
    </message>
    <message>
        <source>Start a case  Ctrl+Enter</source>
        <translation>受理  Ctrl+Enter</translation>
    </message>
    <message>
        <source>No guide is chosen</source>
        <translation>尚未选择指南</translation>
    </message>
    <message>
        <source>Find one at the left.</source>
        <translation>请在左侧查找。</translation>
    </message>
    <message>
        <source>%1, %2, lead %3, version %4</source>
        <translation>%1&#x3000;%2&#x3000;牵头：%3&#x3000;版本 %4</translation>
    </message>
</context>
<context>
    <name>GuidesPage</name>
    <message>
        <source>read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>filters off</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>import a guide pack …</source>
        <translation>导入指南包…</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The leaflet</source>
        <translation>简版折页</translation>
    </message>
    <message>
        <source>The full guide</source>
        <translation>完整版指南</translation>
    </message>
    <message>
        <source>Printer and job: %1.</source>
        <translation>打印机与任务：%1。</translation>
    </message>
    <message>
        <source>%1 of “%2” was sent to the printer.</source>
        <translation>“%2”的%1已送往打印机。</translation>
    </message>
    <message>
        <source>%1 of “%2” was saved as PDF.</source>
        <translation>“%2”的%1已存为 PDF。</translation>
    </message>
    <message>
        <source>Fold it in three.</source>
        <translation>请将其折成三折。</translation>
    </message>
    <message>
        <source>This printer prints on one side: bring both pages onto one sheet, flipped on the short edge; then fold in three.</source>
        <translation>该打印机只能单面打印：请将两页放到同一张纸的正反两面（短边翻转），再折成三折。</translation>
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
    <message>
        <source>consult only, no case</source>
        <translation>只咨询，不建办件</translation>
    </message>
    <message>
        <source>A consultation is about a matter.</source>
        <translation>咨询要先选定事项。</translation>
    </message>
    <message>
        <source>Choose one in the list, then F6. A case is opened with Enter.</source>
        <translation>请在列表中选一个事项，再按 F6；办件请按 Enter 打开。</translation>
    </message>
    <message>
        <source>Filled in at home: code %1</source>
        <translation>网上预填：取件码 %1</translation>
    </message>
    <message>
        <source>Enter fetches it from the hub and opens the case.</source>
        <translation>按回车从中心端取来并打开办件。</translation>
    </message>
</context>
<context>
    <name>HubPage</name>
    <message>
        <source>Join (Enter)</source>
        <translation>加入（Enter）</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中心端</translation>
    </message>
    <message>
        <source>open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>join a hub</source>
        <translation>加入中心端</translation>
    </message>
    <message>
        <source>close the form</source>
        <translation>收起表单</translation>
    </message>
    <message>
        <source>This window belongs to the hub at %1 now.</source>
        <translation>本窗口已加入中心端 %1。</translation>
    </message>
    <message>
        <source>What was done here so far is being sent.</source>
        <translation>此前在本窗口办理的内容正在上传。</translation>
    </message>
    <message>
        <source>The window did not join the hub.</source>
        <translation>本窗口未能加入中心端。</translation>
    </message>
    <message>
        <source>Is my work safe?</source>
        <translation>我办的件安全吗？</translation>
    </message>
    <message>
        <source>Join a hub</source>
        <translation>加入中心端</translation>
    </message>
    <message>
        <source>once, with the code that the supervisor made for this window</source>
        <translation>只需一次，使用值班长为本窗口生成的加入码</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>中心端地址</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>加入码</translation>
    </message>
    <message>
        <source>typed, or read by the hand scanner</source>
        <translation>键入，或用扫码枪扫入</translation>
    </message>
    <message>
        <source>Free on this disk: %1</source>
        <translation>本盘剩余空间：%1</translation>
    </message>
    <message>
        <source>Address and code are both needed.</source>
        <translation>地址和加入码都要填写。</translation>
    </message>
    <message>
        <source>The address begins with https:// and names the hub; the supervisor has both.</source>
        <translation>地址以 https:// 开头，指向中心端；两项都可向值班长索取。</translation>
    </message>
    <message>
        <source>This window belongs to no hub: its cases are on the disk of this PC, and nowhere else. Work goes on as ever; join a hub to have it safe in two places.</source>
        <translation>本窗口未加入中心端：办件只保存在本机硬盘上，别处没有。可照常办理；加入中心端后，办件将有两处保存。</translation>
    </message>
    <message>
        <source>try now, compare receipts now</source>
        <translation>立即重试，立即核对回执</translation>
    </message>
    <message>
        <source>other list</source>
        <translation>切换列表</translation>
    </message>
    <message>
        <source>recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>copy now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>folder for copies</source>
        <translation>备份位置</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Pack</source>
        <translation>指南包</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>发布单位</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Matters</source>
        <translation>一件事数量</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Against what is here</source>
        <translation>与本机相比</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import a guide pack</source>
        <translation>导入指南包</translation>
    </message>
    <message>
        <source>Name of the administrator</source>
        <translation>管理员姓名</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why this pack may come in without a trusted signature</source>
        <translation>没有可信签名仍准予导入的理由</translation>
    </message>
    <message>
        <source>Do not import  Esc</source>
        <translation>不导入  Esc</translation>
    </message>
    <message>
        <source>Being read …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>The pack is being read and compared with the guides in use.</source>
        <translation>正在读取指南包，并与在用指南比较。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>共 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>nothing of this pack is in use yet</source>
        <translation>本机尚未使用此指南包</translation>
    </message>
    <message>
        <source>It comes into force on %1; until then it can be compared with F4.</source>
        <translation>自 %1 起生效；生效前可按 F4 与在用版本对比。</translation>
    </message>
    <message>
        <source>Version %1 stays in use; F4 compares the two.</source>
        <translation>仍使用 %1 版；按 F4 可对比两个版本。</translation>
    </message>
    <message>
        <source>New cases use it from now on; F4 compares it with what was here before.</source>
        <translation>新办件即日起使用此版本；按 F4 可与原版本对比。</translation>
    </message>
    <message>
        <source>Not imported. The guides in use stay as they are.</source>
        <translation>未导入。在用指南保持不变。</translation>
    </message>
    <message>
        <source>“%1”, version %2, was imported.</source>
        <translation>已导入“%1”%2 版。</translation>
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
    <name>IntakeCards</name>
    <message>
        <source>The form asks for nothing that a card says. Answer the situations first.</source>
        <translation>表单没有可以由身份证填写的内容。请先回答情形。</translation>
    </message>
    <message>
        <source>The card of “%1” is in the form.</source>
        <translation>“%1”的身份证信息已填入表单。</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation>Ctrl+Z 撤回。</translation>
    </message>
    <message>
        <source>The form says something else than the card of “%1”: %2</source>
        <translation>表单与“%1”的身份证不一致：%2</translation>
    </message>
    <message>
        <source>Esc keeps what was typed.</source>
        <translation>Esc 保留已录入的内容。</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>A visit is rated when it is over: file the case first.</source>
        <translation>办理结束后才能评价：请先收件。</translation>
    </message>
    <message>
        <source>Signed by hand.</source>
        <translation>已手写签名。</translation>
    </message>
    <message>
        <source>Ctrl+P prints it with the signature.</source>
        <translation>Ctrl+P 打印带签名的文书。</translation>
    </message>
</context>
<context>
    <name>Issuance</name>
    <message>
        <source>Receive</source>
        <translation>接收入架</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移交移架</translation>
    </message>
    <message>
        <source>Tell the citizen</source>
        <translation>告知申请人</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>Way of collection</source>
        <translation>领取方式</translation>
    </message>
    <message>
        <source>Send the proof</source>
        <translation>发送达凭证</translation>
    </message>
    <message>
        <source>Send all proofs</source>
        <translation>全部发送</translation>
    </message>
    <message>
        <source>Print the record</source>
        <translation>打印回证</translation>
    </message>
    <message>
        <source>Shelf place</source>
        <translation>架位</translation>
    </message>
    <message>
        <source>scan the label of the place</source>
        <translation>可扫描架位标签</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>送件人</translation>
    </message>
    <message>
        <source>It is now at</source>
        <translation>现存于</translation>
    </message>
    <message>
        <source>It goes to</source>
        <translation>移至</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>移交人</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>About</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>告知内容</translation>
    </message>
    <message>
        <source>record signed (F5, Ctrl+B)</source>
        <translation>回证已签收（F5、Ctrl+B）</translation>
    </message>
    <message>
        <source>Ctrl+D reads the card</source>
        <translation>Ctrl+D 读身份证</translation>
    </message>
</context>
<context>
    <name>IssuancePage</name>
    <message>
        <source>Scan or type a number</source>
        <translation>扫描或输入编号</translation>
    </message>
    <message>
        <source>Case, shelf label, certificate or parcel number, name: scan or type, Enter</source>
        <translation>扫描或输入办件、架位、证照、运单编号或姓名，按 Enter</translation>
    </message>
    <message>
        <source>Issuance window</source>
        <translation>出证窗口</translation>
    </message>
    <message>
        <source>find, or what is next</source>
        <translation>查找，或下一步</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>part of the list</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>mark for one act</source>
        <translation>标记多件一起办</translation>
    </message>
    <message>
        <source>open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>It waits for the other results: the applicant wants everything together.</source>
        <translation>还在等其他结果：申请人选择了统一领取。</translation>
    </message>
    <message>
        <source>What is open stands at the right. F6 changes the way of collection.</source>
        <translation>右侧列出未办结的事项。按 F6 可改领取方式。</translation>
    </message>
    <message>
        <source>No result is chosen.</source>
        <translation>尚未选定结果。</translation>
    </message>
    <message>
        <source>Scan its number, or choose it in the list.</source>
        <translation>请扫描编号，或在列表中选择。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n result(s)</source>
        <translation>
            <numerusform>%1：%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No proof is owed.</source>
        <translation>没有待发送的送达凭证。</translation>
    </message>
    <message numerus="yes">
        <source>%n proof(s) go to the departments. Enter sends them.</source>
        <translation>
            <numerusform>将向部门发送 %n 件送达凭证，按 Enter 发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) moved.</source>
        <translation>
            <numerusform>已移交 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) received.</source>
        <translation>
            <numerusform>已接收 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proof(s) sent to the departments.</source>
        <translation>
            <numerusform>已向部门发送 %n 件送达凭证。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: recorded.</source>
        <translation>%1：已登记。</translation>
    </message>
    <message>
        <source>Only what is handed over at the window has a record to be signed.</source>
        <translation>只有窗口领取才需签送达回证。</translation>
    </message>
    <message>
        <source>print papers together</source>
        <translation>批量打印文书</translation>
    </message>
    <message>
        <source>The form was changed after the signature: have it signed once more (Ctrl+B).</source>
        <translation>签名后表单有改动：请重新签名（Ctrl+B）。</translation>
    </message>
    <message>
        <source>Ctrl+R opens the rating pad, if the citizen wants to rate.</source>
        <translation>群众愿意评价的，按 Ctrl+R 打开评价器。</translation>
    </message>
    <message>
        <source>The form was changed while the hub was asked: press Enter once more.</source>
        <translation>询问中心端期间表单有改动，请再按一次 Enter。</translation>
    </message>
</context>
<context>
    <name>Issuing</name>
    <message>
        <source>There is no record of a hand-over to print.</source>
        <translation>没有可打印的送达回证。</translation>
    </message>
    <message>
        <source>F5 hands a result over.</source>
        <translation>按 F5 交付结果。</translation>
    </message>
    <message>
        <source>The delivery record goes to the printer, to be signed.</source>
        <translation>待签收的送达回证正在送往打印机。</translation>
    </message>
    <message>
        <source>When it is signed, mark it in the form and press Enter: only then the hand-over is recorded.</source>
        <translation>领取人签名后，在表单中勾选并按 Enter；此前不登记交付。</translation>
    </message>
    <message>
        <source>Recorded: reminded by phone of “%1”.</source>
        <translation>已登记：电话提醒补交“%1”。</translation>
    </message>
</context>
<context>
    <name>ItemsChart</name>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
</context>
<context>
    <name>ItemsModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>does not apply by the answers</source>
        <translation>按情形不需要办理</translation>
    </message>
    <message>
        <source>waits for an answer</source>
        <translation>待回答情形</translation>
    </message>
    <message>
        <source>dropped, not wanted now</source>
        <translation>已取消，本次不办</translation>
    </message>
    <message>
        <source>choose the way to handle it</source>
        <translation>请选择办理方式</translation>
    </message>
</context>
<context>
    <name>ItemsPane</name>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>%1 of %2 ended</source>
        <translation>%2 个事项，办结 %1 个</translation>
    </message>
</context>
<context>
    <name>ItemsPanel</name>
    <message>
        <source>Items</source>
        <translation>联办事项</translation>
    </message>
    <message numerus="yes">
        <source>%n way(s) to choose</source>
        <translation>
            <numerusform>还有 %n 个办理方式待选</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Hub</source>
        <translation>中心端</translation>
    </message>
    <message>
        <source>What comes from the hub waits until then.</source>
        <translation>在此之前，中心端下发的内容暂不接收。</translation>
    </message>
    <message>
        <source>Nothing was lost. “What next” (Ctrl+4) has the cases: look at both and decide.</source>
        <translation>没有丢失任何内容。请在“待办”（Ctrl+4）中查看双方内容并作出决定。</translation>
    </message>
    <message>
        <source>The hub sent guides: %1.</source>
        <translation>中心端下发了指南：%1。</translation>
    </message>
    <message>
        <source>They are used from the day that they say; cases that were begun keep theirs.</source>
        <translation>自指南载明之日起使用；已开始的办件沿用原版本。</translation>
    </message>
    <message>
        <source>Guides from the hub were not let in: %1.</source>
        <translation>中心端下发的指南未被采用：%1。</translation>
    </message>
    <message>
        <source>Two windows acted on one case without seeing each other.</source>
        <translation>两个窗口在互不知情时办理了同一办件。</translation>
    </message>
    <message>
        <source>The hub sent something that could not be used.</source>
        <translation>中心端发来的内容有一项无法使用。</translation>
    </message>
    <message>
        <source>It is kept aside and everything else went on (Ctrl+7). %1</source>
        <translation>已另行保存，其他内容照常接收（Ctrl+7 查看）。%1</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) of this window and the hub do not match.</source>
        <translation>
            <numerusform>本窗口有 %n 份回执与中心端对不上。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+7, F6 lists them, each with its case.</source>
        <translation>按 Ctrl+7 再按 F6 逐件列出，可打开对应办件。</translation>
    </message>
    <message>
        <source>This window belongs to no hub, so nothing can be fetched.</source>
        <translation>本窗口没有接入中心端，取不到网上填写的内容。</translation>
    </message>
    <message>
        <source>Choose the matter here and take the case in; the citizen may read off the phone.</source>
        <translation>请在这里选择事项直接收件；群众可以照着手机念。</translation>
    </message>
    <message>
        <source>The hub does not answer now.</source>
        <translation>中心端现在没有应答。</translation>
    </message>
    <message>
        <source>The code stays good: press Enter again in a moment, or choose the matter here and take the case in.</source>
        <translation>取件码仍然有效：稍后再按回车，或者在这里选择事项直接收件。</translation>
    </message>
    <message>
        <source>There is no such code, or it has run out.</source>
        <translation>没有这个取件码，或者已经过期。</translation>
    </message>
    <message>
        <source>Compare it with the phone. On the phone, “My application” shows the code that is good now.</source>
        <translation>请与手机核对。手机上“我的申请”里可以看到现在有效的取件码。</translation>
    </message>
    <message>
        <source>Another window has fetched this already.</source>
        <translation>另一个窗口已经取过。</translation>
    </message>
    <message>
        <source>Find the case by the number or name of the applicant (Ctrl+2).</source>
        <translation>请按申请人的证件号码或姓名查找办件（Ctrl+2）。</translation>
    </message>
    <message>
        <source>The hub opens no more cases today.</source>
        <translation>中心端今天的办件编号已经用完。</translation>
    </message>
    <message>
        <source>Choose the matter here and take the case in.</source>
        <translation>请在这里选择事项直接收件。</translation>
    </message>
    <message>
        <source>It was fetched, and the case %1 is still on its way here.</source>
        <translation>已经取到，办件 %1 还在传来的路上。</translation>
    </message>
    <message>
        <source>Press Enter again in a moment. It comes by itself once the line is better.</source>
        <translation>请稍后再按回车。线路恢复后会自动传来。</translation>
    </message>
    <message>
        <source>This window&apos;s records are in use on another PC.</source>
        <translation>本窗口的记录正在另一台电脑上使用。</translation>
    </message>
    <message>
        <source>They were put back there from a safety copy. Stop working here and tell your technician; nothing was lost.</source>
        <translation>那台电脑由备份恢复而来。请停止在本机办理并告知技术人员；没有丢失任何内容。</translation>
    </message>
</context>
<context>
    <name>ListModel</name>
    <message>
        <source>in order</source>
        <translation>无误</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>核对结果</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>Personal list</source>
        <translation>一次告知单</translation>
    </message>
    <message>
        <source>go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Print  Ctrl+P</source>
        <translation>打印  Ctrl+P</translation>
    </message>
    <message>
        <source>Save as PDF  Ctrl+S</source>
        <translation>存为 PDF  Ctrl+S</translation>
    </message>
    <message>
        <source>Make it a case  F9</source>
        <translation>转为办件  F9</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>等，另有 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still open: %n</source>
        <translation>
            <numerusform>还有 %n 项未定</numerusform>
        </translation>
    </message>
    <message>
        <source>Items and departments</source>
        <translation>联办事项和部门</translation>
    </message>
    <message>
        <source>The list is whole</source>
        <translation>告知单已完整</translation>
    </message>
    <message>
        <source>No case can be opened: of this matter only the official catalogue is known. Hand out the list.</source>
        <translation>不能建办件：此事项目前只有官方清单，材料等尚未编制。请打印清单交给群众。</translation>
    </message>
    <message>
        <source>Only what applies to this person: print it, or go on with it as a case.</source>
        <translation>只列出适用于此人的内容：可以打印，也可以转为办件继续办理。</translation>
    </message>
    <message>
        <source>ready to print</source>
        <translation>可以打印</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListTexts</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: the spreadsheet has cut off its last digits. Format the column as text and enter it again.</source>
        <translation>%1：表格软件已截去末尾几位数字。请把该列设为文本格式后重新填写。</translation>
    </message>
    <message>
        <source>%1: a formula. Put its value there.</source>
        <translation>%1：是公式，请改填数值。</translation>
    </message>
    <message>
        <source>The same person as in line %1.</source>
        <translation>与第%1行是同一人。</translation>
    </message>
    <message>
        <source>Entered in this case already.</source>
        <translation>本件中已录入此人。</translation>
    </message>
    <message>
        <source>Nobody is in this list. Copy the rows in the spreadsheet first, then Ctrl+V.</source>
        <translation>名单中没有人员。请先在表格中复制各行，再按 Ctrl+V。</translation>
    </message>
    <message>
        <source>No column is headed “%1”. Write the heading above the column and try again.</source>
        <translation>没有“%1”一列。请在该列上方写明表头后重试。</translation>
    </message>
    <message>
        <source>Two columns mean the same: “%1”. Leave one out and try again.</source>
        <translation>有两列含义相同：“%1”。请去掉一列后重试。</translation>
    </message>
    <message>
        <source>%1 people would be in the list; it may have %2. File the others as a case of their own.</source>
        <translation>名单将有%1人，最多%2人。其余人员请另立一件。</translation>
    </message>
</context>
<context>
    <name>LookUpStrip</name>
    <message>
        <source>stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>LookUps</name>
    <message>
        <source>“%1” can be looked up nowhere: take the original (1) or a copy (2).</source>
        <translation>“%1”没有可查询的来源：请核验原件（1）或收复印件（2）。</translation>
    </message>
    <message>
        <source>There is no hub to look “%1” up with. Take the original (1) or a copy (2).</source>
        <translation>未设置中心端，无法查询“%1”。请核验原件（1）或收复印件（2）。</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>Whose is “%1”?</source>
        <translation>“%1”是谁的？</translation>
    </message>
    <message>
        <source>Asking the hub for “%1” of %2 …</source>
        <translation>正在通过中心端查询 %2 的“%1”……</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>有效期至 %1</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>Found: %1 of %2, issued by %3, %4, number %5.</source>
        <translation>查得：%1，持证人 %2，%3 签发，%4，编号 %5。</translation>
    </message>
    <message>
        <source>Taken as exempt; Backspace takes it back.</source>
        <translation>已作免提交；退格键可撤回。</translation>
    </message>
    <message>
        <source>Your own verdict stands.</source>
        <translation>保留您已作的核验结论。</translation>
    </message>
    <message>
        <source>Nothing was found for “%1”. Take the original (1), or mark it missing (7).</source>
        <translation>未查到“%1”。请核验原件（1），或记为未提交（7）。</translation>
    </message>
    <message>
        <source>“%1” is not given out for this case, or not to this window. Take the original (1).</source>
        <translation>对方不为本办件或本窗口提供“%1”。请核验原件（1）。</translation>
    </message>
    <message>
        <source>The hub was not reached for “%1”. Take the original (1), or look it up again later (8).</source>
        <translation>未能连通中心端查询“%1”。请核验原件（1），或稍后再查（8）。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was taken for “%1”.</source>
        <translation>已停止查询，“%1”未采用任何结果。</translation>
    </message>
    <message>
        <source>The answer for “%1” makes no sense and was not taken. Take the original (1) and tell your technician.</source>
        <translation>“%1”的答复内容有误，未采用。请核验原件（1），并告知技术人员。</translation>
    </message>
    <message>
        <source>The number that came for “%1” has a wrong check character and was not taken. Take the original (1).</source>
        <translation>“%1”返回的证照标识校验位不符，未采用。请核验原件（1）。</translation>
    </message>
    <message>
        <source>What came for “%1” is somebody else&apos;s and was not taken. Take the original (1).</source>
        <translation>“%1”返回的持证人不是所查的人，未采用。请核验原件（1）。</translation>
    </message>
    <message>
        <source>What came for “%1” is valid only from %2 on and was not taken.</source>
        <translation>“%1”自 %2 起才生效，未采用。</translation>
    </message>
    <message>
        <source>What came for “%1” expired on %2 and was not taken: ask for a renewed one.</source>
        <translation>“%1”已于 %2 到期，未采用：请申请人提供有效证件。</translation>
    </message>
    <message>
        <source>The hub was reached, but the system that knows of “%1” did not answer. Take the original (1), or look it up again later (8).</source>
        <translation>已连上中心端，但掌握“%1”的系统没有答复。请核验原件（1），或稍后再查（8）。</translation>
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
    <message>
        <source>lock the window, change the person, set a PIN</source>
        <translation>锁定窗口、换人登录、设置 PIN 码</translation>
    </message>
    <message>
        <source>a supervisor allows for once what was just refused</source>
        <translation>值班长许可刚被拒绝的这一次</translation>
    </message>
</context>
<context>
    <name>MaterialNotes</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>from: %1</source>
        <translation>来源：%1</translation>
    </message>
</context>
<context>
    <name>MaterialsDelegate</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaterialsModel</name>
    <message>
        <source>Not sorted yet</source>
        <translation>尚未归类</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n page(s)</source>
        <translation>
            <numerusform>%1，%n 页</numerusform>
        </translation>
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
    <name>NumbersModel</name>
    <message>
        <source>gap</source>
        <translation>缺号</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>no paper has this number</source>
        <translation>没有文书使用这个号</translation>
    </message>
    <message>
        <source>Legal number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Matter and item</source>
        <translation>一件事与事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Given at</source>
        <translation>编号时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>NumbersPage</name>
    <message>
        <source>Paper was damaged</source>
        <translation>纸张损毁</translation>
    </message>
    <message>
        <source>Given by mistake</source>
        <translation>误编</translation>
    </message>
    <message>
        <source>Content was wrong</source>
        <translation>内容有误</translation>
    </message>
    <message>
        <source>Decision was withdrawn</source>
        <translation>决定已撤销</translation>
    </message>
    <message>
        <source>void the number</source>
        <translation>作废文号</translation>
    </message>
    <message>
        <source>Legal numbers</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Series of legal numbers</source>
        <translation>文号系列</translation>
    </message>
    <message>
        <source>Numbers of one series</source>
        <translation>一个系列的文号</translation>
    </message>
    <message>
        <source>open the series</source>
        <translation>打开系列</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>back to the queue</source>
        <translation>返回打印列表</translation>
    </message>
    <message>
        <source>open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>back to the series</source>
        <translation>返回系列</translation>
    </message>
    <message>
        <source>All series</source>
        <translation>全部系列</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n个系列</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 given, %2 voided, %3</source>
        <translation>已编%1个，作废%2个，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n want(s) attention</source>
        <translation>
            <numerusform>%n个需要处理</numerusform>
        </translation>
    </message>
    <message>
        <source>No number of this series was given yet</source>
        <translation>这个系列还没有编过文号</translation>
    </message>
    <message>
        <source>The first is given with the first print.</source>
        <translation>首次打印时编第一个号。</translation>
    </message>
    <message>
        <source>No legal number was given yet</source>
        <translation>还没有编过文号</translation>
    </message>
    <message>
        <source>Only a number that stands can be voided.</source>
        <translation>只有有效的文号可以作废。</translation>
    </message>
    <message>
        <source>A voided number is never given again.</source>
        <translation>作废的文号不再使用。</translation>
    </message>
    <message>
        <source>The paper that is out is void with it: take it back. Printed again, it gets a new number.</source>
        <translation>已发出的文书随之作废，请收回。重新打印时编新号。</translation>
    </message>
    <message>
        <source>Why is %1 voided?</source>
        <translation>为什么作废 %1？</translation>
    </message>
    <message>
        <source>%1 was voided.</source>
        <translation>%1 已作废。</translation>
    </message>
    <message>
        <source>Its paper gets a new number when it is printed again.</source>
        <translation>重新打印该文书时会编新号。</translation>
    </message>
    <message>
        <source>The list was saved.</source>
        <translation>清单已保存。</translation>
    </message>
    <message>
        <source>legal-numbers</source>
        <translation>文号清单</translation>
    </message>
    <message>
        <source>never given: %1</source>
        <translation>从未使用：%1</translation>
    </message>
    <message>
        <source>Numbers are given with the first print of an acceptance notice or a refusal decision. Which ones this window may give stands in forms/numbers.json of the profile, or a hub leases them.</source>
        <translation>首次打印受理通知书或不予受理决定书时自动编号。本窗口可用的号段写在配置目录的 forms/numbers.json 中，或由中心端发放。</translation>
    </message>
</context>
<context>
    <name>Overseeing</name>
    <message>
        <source>Board</source>
        <translation>实况</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) belong to window %1 now.</source>
        <translation>
            <numerusform>已把 %n 件转给%1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagesModel</name>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
</context>
<context>
    <name>PaperFinding</name>
    <message>
        <source>%1, case %2, issued %3</source>
        <translation>%1，办件 %2，出具时间 %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n line(s) in its table</source>
        <translation>
            <numerusform>%1，表内共 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>The signature in this code cannot be read.</source>
        <translation>此二维码的签名无法读取。</translation>
    </message>
    <message>
        <source>Scan it again; if it stays so, look the case up by its number.</source>
        <translation>请再扫一次；仍不能读取的，请按办件编号查找。</translation>
    </message>
    <message>
        <source>Genuine: signed by %1, %2.</source>
        <translation>真件：由%1（%2）签发。</translation>
    </message>
    <message>
        <source>The paper must say: %1. If it says anything else, it was changed by hand.</source>
        <translation>纸面内容应为：%1。与此不符的，系人为改动。</translation>
    </message>
    <message>
        <source>Not genuine: %1 did not sign what this code says.</source>
        <translation>非真件：%1 没有签发过此二维码所载内容。</translation>
    </message>
    <message>
        <source>Do not go by this paper. Keep it, and call the supervisor.</source>
        <translation>请勿凭此文书办理；留存文书并报值班长。</translation>
    </message>
    <message>
        <source>Signed by a window that is not known here, so nobody can say whether it is genuine.</source>
        <translation>签发窗口不在本机名录中，无法辨别真伪。</translation>
    </message>
    <message>
        <source>It says: %1. Ask the hall that is printed on it.</source>
        <translation>所载内容：%1。请向文书上载明的政务服务中心核实。</translation>
    </message>
</context>
<context>
    <name>PaperPanel</name>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>One-time notice  F8</source>
        <translation>一次性告知  F8</translation>
    </message>
    <message>
        <source>File and receipt  F9</source>
        <translation>收件并打印回执  F9</translation>
    </message>
    <message>
        <source>Filed %1</source>
        <translation>已收件 %1</translation>
    </message>
    <message>
        <source>To be pushed to the departments by %1. Ctrl+P prints the receipt again.</source>
        <translation>须在 %1 前推送至各联办部门。按 Ctrl+P 补打回执。</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Everything is in order</source>
        <translation>材料齐全，符合要求</translation>
    </message>
    <message>
        <source>File the case and print the receipt.</source>
        <translation>可以收件并打印收件回执。</translation>
    </message>
    <message>
        <source>receipt, draft</source>
        <translation>回执草稿</translation>
    </message>
    <message>
        <source>Gaps to tell: one-time notice</source>
        <translation>有缺漏，须一次性告知</translation>
    </message>
    <message>
        <source>notice, draft</source>
        <translation>告知书草稿</translation>
    </message>
    <message numerus="yes">
        <source>Still open: %n</source>
        <translation>
            <numerusform>还有 %n 项未完成</numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>%1: handed to the printer …</source>
        <translation>%1：正在交给打印机……</translation>
    </message>
    <message>
        <source>%1: given out at %2</source>
        <translation>%1：已于 %2 出具</translation>
    </message>
    <message>
        <source>%1: not printed. Look after the printer, then Ctrl+P.</source>
        <translation>%1：没有打印。请检查打印机，再按 Ctrl+P。</translation>
    </message>
    <message>
        <source>go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Print the letter  F9</source>
        <translation>打印承诺书  F9</translation>
    </message>
    <message>
        <source>The applicant has signed  F11</source>
        <translation>申请人已签名  F11</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n item(s) here  F11</source>
        <translation>
            <numerusform>窗口受理 %n 个事项  F11</numerusform>
        </translation>
    </message>
    <message>
        <source>Read out, then let sign</source>
        <translation>请当面告知后签名</translation>
    </message>
    <message>
        <source>To sign: %1</source>
        <translation>待签名：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A letter is to be signed before filing</source>
        <translation>收件前须签承诺书</translation>
    </message>
    <message>
        <source>To print: %1</source>
        <translation>待打印：%1</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>承诺书</translation>
    </message>
    <message>
        <source>%1: is being printed</source>
        <translation>%1：正在打印</translation>
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
    <name>PeopleModel</name>
    <message>
        <source>This number is in the list already.</source>
        <translation>名单中已有此号码。</translation>
    </message>
    <message>
        <source>type the next one …</source>
        <translation>在此录入下一人…</translation>
    </message>
    <message>
        <source>to fill in</source>
        <translation>待填写</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>List of people</source>
        <translation>人员名单</translation>
    </message>
    <message>
        <source>edit, next</source>
        <translation>编辑，下一格</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>paste a list</source>
        <translation>粘贴名单</translation>
    </message>
    <message>
        <source>list from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n</source>
        <translation>
            <numerusform>%1 %n人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n项待办</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message numerus="yes">
        <source>%n people in the list</source>
        <translation>
            <numerusform>名单共%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>not taken: %1</source>
        <translation>未采用的列：%1</translation>
    </message>
    <message>
        <source>Enter takes all of them over in one step.</source>
        <translation>按 Enter 一次全部录入。</translation>
    </message>
    <message numerus="yes">
        <source>%n with a fault. Ctrl+Enter takes the others over, Ctrl+E gives these back as a file.</source>
        <translation>
            <numerusform>其中%n人有误。Ctrl+Enter 录入其余人员，Ctrl+E 将有误的行存为文件退回。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faulty</source>
        <translation>
            <numerusform>%n人有误</numerusform>
        </translation>
    </message>
    <message>
        <source>in order</source>
        <translation>无误</translation>
    </message>
    <message numerus="yes">
        <source>%n people have a fault, nothing was taken over. Ctrl+Enter takes the others, Ctrl+E gives these back as a file.</source>
        <translation>
            <numerusform>%n人有误，未录入任何人。Ctrl+Enter 录入其余人员，Ctrl+E 将有误的行存为文件退回。</numerusform>
        </translation>
    </message>
    <message>
        <source>to-correct.xlsx</source>
        <translation>需更正名单.xlsx</translation>
    </message>
    <message>
        <source>read card</source>
        <translation>读卡</translation>
    </message>
</context>
<context>
    <name>PrintersPage</name>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>kind of paper</source>
        <translation>文书种类</translation>
    </message>
    <message>
        <source>to what is set; digits choose</source>
        <translation>到设置项，按数字选择</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>test page</source>
        <translation>测试页</translation>
    </message>
    <message>
        <source>back to the queue</source>
        <translation>返回打印列表</translation>
    </message>
    <message>
        <source>Kinds of paper</source>
        <translation>文书种类</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>纸盒</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>双面</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>one side</source>
        <translation>单面</translation>
    </message>
    <message>
        <source>turned on the long edge</source>
        <translation>双面，长边翻转</translation>
    </message>
    <message>
        <source>turned on the short edge</source>
        <translation>双面，短边翻转</translation>
    </message>
    <message>
        <source>as the printer is</source>
        <translation>随打印机</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>80 mm receipt</source>
        <translation>80毫米小票</translation>
    </message>
    <message>
        <source>black and white</source>
        <translation>黑白</translation>
    </message>
    <message>
        <source>in colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Printers of this PC</source>
        <translation>本机打印机</translation>
    </message>
    <message>
        <source>There is no such printer.</source>
        <translation>没有这台打印机。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请另选一台。</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>the usual printer</source>
        <translation>默认打印机</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1（不存在）</translation>
    </message>
    <message>
        <source>the printer chooses</source>
        <translation>由打印机选择</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>可双面</translation>
    </message>
    <message>
        <source>%1 dots an inch</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>No printer is set up, or the print service does not answer.</source>
        <translation>没有设置打印机，或者打印服务没有应答。</translation>
    </message>
    <message>
        <source>The test page was printed by %1.</source>
        <translation>%1 已打印测试页。</translation>
    </message>
    <message>
        <source>Is its frame whole, its small text clear, and do both codes scan?</source>
        <translation>请看边框是否完整、小字是否清楚、两个二维码能否扫出。</translation>
    </message>
    <message>
        <source>The test page did not come out of %1.</source>
        <translation>%1 没有打印出测试页。</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n份</numerusform>
        </translation>
    </message>
    <message>
        <source>as its form says</source>
        <translation>按文书模板规定</translation>
    </message>
    <message>
        <source>%1 has no driver: papers go to it as dots, as receipt printers (ESC/POS) take them. F9 tries it.</source>
        <translation>%1没有驱动：单据按小票打印机（ESC/POS）能接受的点阵送出。按F9试打。</translation>
    </message>
    <message>
        <source>without a driver</source>
        <translation>无驱动</translation>
    </message>
    <message>
        <source>%1 has no driver: PDF goes to it as it is. If only letters come out, it does not print PDF: set the layout back, or set the printer up with a driver.</source>
        <translation>%1 没有驱动，PDF 原样送出。如果打出来的全是字母，说明它不能打印 PDF：请把版式改回来，或给它装上驱动程序。</translation>
    </message>
    <message>
        <source>%1 has no driver and is taken for a receipt printer; this kind of paper is A4 and will not be sent to it. Choose another printer above, or set the layout to A4 if it prints PDF by itself.</source>
        <translation>%1 没有驱动，按小票打印机使用；这种文书是 A4 的，不会送到它上面。请在上面另选打印机；如果它自己能打印 PDF，就把版式设为 A4。</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Printing</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>%1 goes to the printer.</source>
        <translation>%1正在送往打印机。</translation>
    </message>
    <message>
        <source>Ctrl+P prints another copy. Whether it came out: page Printing.</source>
        <translation>按 Ctrl+P 再打印一份；是否打印出来，见“打印”页。</translation>
    </message>
    <message>
        <source>No case is in hand.</source>
        <translation>现在没有打开办件。</translation>
    </message>
    <message>
        <source>Open a case, then come back and press B.</source>
        <translation>请先打开办件，再回到此页按 B。</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) of the case go to the printer.</source>
        <translation>
            <numerusform>本办件%n份文书正在送往打印机。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was saved as PDF.</source>
        <translation>%1已保存为 PDF。</translation>
    </message>
    <message>
        <source>%1 of case %2 has not come out.</source>
        <translation>办件 %2 的%1没有打印出来。</translation>
    </message>
    <message>
        <source>Full guide</source>
        <translation>完整版办事指南</translation>
    </message>
    <message>
        <source>Leaflet (concise guide)</source>
        <translation>简版办事指南（折页）</translation>
    </message>
    <message>
        <source>Personal list</source>
        <translation>一次告知单</translation>
    </message>
    <message>
        <source>Still not out: %1 of case %2, see page Printing.</source>
        <translation>另有未打出的：办件 %2 的%1，详见“打印”页。</translation>
    </message>
    <message>
        <source>No case is shown or marked.</source>
        <translation>没有显示或标记的办件。</translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>Prints of this window</source>
        <translation>本窗口的打印</translation>
    </message>
    <message>
        <source>Nothing was printed yet</source>
        <translation>还没有打印</translation>
    </message>
    <message>
        <source>Papers of cases that go to a printer appear here until they are in hand.</source>
        <translation>办件文书送往打印机后列在这里，直到确认到手。</translation>
    </message>
    <message>
        <source>Prints</source>
        <translation>打印列表</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>已到手</translation>
    </message>
    <message>
        <source>all printed ones in hand</source>
        <translation>已打印的全部到手</translation>
    </message>
    <message>
        <source>again, other printer</source>
        <translation>补打、换打印机</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>did not come out</source>
        <translation>没打出来</translation>
    </message>
    <message>
        <source>save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>成批打印</translation>
    </message>
    <message>
        <source>printers</source>
        <translation>打印机</translation>
    </message>
    <message numerus="yes">
        <source>Case %1 in hand: %n paper(s) not printed yet.</source>
        <translation>
            <numerusform>当前办件 %1：%n份文书尚未打印。</numerusform>
        </translation>
    </message>
    <message>
        <source>B prints them in order, one job each.</source>
        <translation>按 B 依次打印，每份一个任务。</translation>
    </message>
    <message numerus="yes">
        <source>%n not confirmed</source>
        <translation>
            <numerusform>%n份未确认</numerusform>
        </translation>
    </message>
    <message>
        <source>legal numbers</source>
        <translation>文号</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Yichuang cannot start</source>
        <translation>一窗无法启动</translation>
    </message>
    <message>
        <source>Nothing was changed. For your technician: %1 %2</source>
        <translation>没有改动任何内容。供技术人员参考：%1 %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>On its way</source>
        <translation>传送中</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>For</source>
        <translation>已等</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>没有待传内容。</translation>
    </message>
    <message>
        <source>Every act and every picture of this window is at the hub.</source>
        <translation>本窗口的每一步操作、每一张图像都已送达中心端。</translation>
    </message>
    <message>
        <source>F5 tries everything now</source>
        <translation>按 F5 全部立即重试</translation>
    </message>
    <message>
        <source>Guides: %1</source>
        <translation>办事指南：%1</translation>
    </message>
    <message>
        <source>From the hub, no. %1</source>
        <translation>中心端发来的第 %1 项</translation>
    </message>
</context>
<context>
    <name>ReasonBar</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why, in other words</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>or in other words</source>
        <translation>或自己填写</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReceiptsPane</name>
    <message>
        <source>Receipts and the hub</source>
        <translation>回执核对</translation>
    </message>
    <message>
        <source>Day or case</source>
        <translation>日期或办件</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>every printed receipt must be there</source>
        <translation>打印过的回执，中心端都应有记录</translation>
    </message>
</context>
<context>
    <name>ReportCharts</name>
    <message>
        <source>under %1 d</source>
        <translation>%1天内</translation>
    </message>
    <message>
        <source>from %1 d</source>
        <translation>≥%1天</translation>
    </message>
    <message>
        <source>%1–%2 d</source>
        <translation>%1–%2天</translation>
    </message>
    <message>
        <source>filed</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Filed and handed over, by hour</source>
        <translation>分时段收件与送达</translation>
    </message>
    <message>
        <source>Filed, by matter</source>
        <translation>分事项收件</translation>
    </message>
    <message>
        <source>Open items, by days since filing</source>
        <translation>在办事项，按收件天数</translation>
    </message>
    <message>
        <source>Decided in time, by department</source>
        <translation>各部门按时办结率</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>before, after</source>
        <translation>前、后</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>its cases</source>
        <translation>对应办件</translation>
    </message>
    <message>
        <source>what it means</source>
        <translation>指标含义</translation>
    </message>
    <message>
        <source>print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>stop, back</source>
        <translation>停止、返回</translation>
    </message>
    <message>
        <source>Cases of the figure</source>
        <translation>指标对应的办件</translation>
    </message>
    <message>
        <source>What the figures mean</source>
        <translation>指标含义</translation>
    </message>
    <message>
        <source>%1: no case</source>
        <translation>%1：没有办件</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s)</source>
        <translation>
            <numerusform>%1：%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: the first %n case(s)</source>
        <translation>
            <numerusform>%1：前 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting was stopped.</source>
        <translation>统计已停止。</translation>
    </message>
    <message>
        <source>F5 counts again.</source>
        <translation>按 F5 重新统计。</translation>
    </message>
    <message>
        <source>The hub does not answer. Only it has the figures of all halls.</source>
        <translation>中心端没有应答。全部大厅的数据只有中心端才有。</translation>
    </message>
    <message>
        <source>Look at the cable and press F5, or choose this hall with F4.</source>
        <translation>请检查网线后按 F5 重试，或按 F4 改看本大厅。</translation>
    </message>
    <message>
        <source>The cases of all halls are listed at the hub.</source>
        <translation>全部大厅的办件明细请在中心端查看。</translation>
    </message>
    <message>
        <source>Its command: yichuang-hub report --cases %1</source>
        <translation>在中心端执行：yichuang-hub report --cases %1</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Report %1</source>
        <translation>报表 %1</translation>
    </message>
    <message>
        <source>The report goes to the printer.</source>
        <translation>报表已送打印。</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>报表已保存。</translation>
    </message>
    <message>
        <source>The report of the day was made.</source>
        <translation>当日报表已生成。</translation>
    </message>
</context>
<context>
    <name>ResultPane</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>领取</translation>
    </message>
    <message>
        <source>Where it was</source>
        <translation>保管经过</translation>
    </message>
    <message>
        <source>What the citizen knows</source>
        <translation>告知与送达</translation>
    </message>
    <message>
        <source>Nothing is erased: a mistaken arrival is put right by a move (F3).</source>
        <translation>记录不可删除：登记错的接收请用移交（F3）更正。</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>a refusal: handed over like a result</source>
        <translation>不予受理或不予许可，同样送达</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <translation>证照编号 %1</translation>
    </message>
    <message>
        <source>E-licence %1</source>
        <translation>电子证照 %1</translation>
    </message>
    <message>
        <source>only electronic: nothing has to arrive</source>
        <translation>仅电子证照，无须到件</translation>
    </message>
    <message>
        <source>open: %1</source>
        <translation>未办结：%1</translation>
    </message>
    <message>
        <source>to come: %1</source>
        <translation>未到：%1</translation>
    </message>
    <message>
        <source>Told of %1 %2 %3</source>
        <translation>已告知%1，%2，%3</translation>
    </message>
    <message>
        <source>Handed over %1 %2</source>
        <translation>已送达（%1）%2</translation>
    </message>
    <message>
        <source>applicant not entered</source>
        <translation>未录入申请人</translation>
    </message>
    <message>
        <source>No result is chosen</source>
        <translation>尚未选定结果</translation>
    </message>
    <message>
        <source>Scan a number, or walk the list with the arrows.</source>
        <translation>请扫描编号，或用方向键选择。</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>No safety copy could be made.</source>
        <translation>未能完成备份。</translation>
    </message>
    <message>
        <source>%1 It is tried again every few minutes (Ctrl+7).</source>
        <translation>%1 每隔几分钟自动重试（Ctrl+7）。</translation>
    </message>
    <message>
        <source>Plug the stick in; Ctrl+7 says more, F8 there copies now.</source>
        <translation>请插入备份盘；详情见 Ctrl+7，在那里按 F8 立即备份。</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;Text, parted by commas (*.csv)</source>
        <translation>工作簿 (*.xlsx);;逗号分隔文本 (*.csv)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报表</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Workbook (*.xlsx);;Text, parted by commas (*.csv)</source>
        <translation>PDF (*.pdf);;工作簿 (*.xlsx);;逗号分隔文本 (*.csv)</translation>
    </message>
    <message>
        <source>Save the rows to be corrected</source>
        <translation>保存需要更正的行</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>ScannerBar</name>
    <message>
        <source>Scanner</source>
        <translation>扫描仪</translation>
    </message>
    <message>
        <source>Glass or feeder</source>
        <translation>平板或进纸器</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>How to scan</source>
        <translation>扫描方式</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>不签</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
</context>
<context>
    <name>Scanning</name>
    <message>
        <source>No picture lies in the camera folder.</source>
        <translation>高拍仪文件夹中没有图像。</translation>
    </message>
    <message>
        <source>There is no camera folder to take pictures from.</source>
        <translation>没有可用的高拍仪文件夹。</translation>
    </message>
    <message>
        <source>Name it as cameraFolder in the settings of the hall (hall.ini).</source>
        <translation>请在大厅设置（hall.ini）中用 cameraFolder 指定。</translation>
    </message>
    <message>
        <source>No scanner was found at this PC.</source>
        <translation>本机没有找到扫描仪。</translation>
    </message>
    <message>
        <source>There are pictures of a case that this PC does not know.</source>
        <translation>存有本机不认识的办件的图像。</translation>
    </message>
    <message>
        <source>Nothing was deleted. Tell your technician: folder %1.</source>
        <translation>没有删除任何内容。请告知技术人员：文件夹 %1。</translation>
    </message>
    <message>
        <source>Pictures of the case %1 are missing or damaged.</source>
        <translation>办件 %1 的图像缺失或损坏。</translation>
    </message>
    <message>
        <source>Take them again (F12 in the case), and tell your technician: %1</source>
        <translation>请重新采集（在办件中按 F12），并告知技术人员：%1</translation>
    </message>
    <message>
        <source>Pictures of the case %1 were saved when the program stopped.</source>
        <translation>程序中断时，办件 %1 的图像已保存。</translation>
    </message>
    <message>
        <source>Open the case and its pictures (F12) to sort them.</source>
        <translation>请打开该办件及其图像（F12）进行归类。</translation>
    </message>
    <message>
        <source>There are other files among the pictures of the case %1.</source>
        <translation>办件 %1 的图像中混有其他文件。</translation>
    </message>
    <message>
        <source>Nothing was deleted. Tell your technician: %1</source>
        <translation>没有删除任何内容。请告知技术人员：%1</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>选择图像</translation>
    </message>
    <message>
        <source>In the camera folder is a link, a pipe or a device. It was not opened: %1</source>
        <translation>高拍仪文件夹里有链接、管道或设备文件，没有打开：%1</translation>
    </message>
    <message>
        <source>Copy the file itself into the folder, and remove what is none.</source>
        <translation>请把文件本身复制到该文件夹，并删除不是文件的内容。</translation>
    </message>
    <message>
        <source>Pictures and pages (*.jpg *.jpeg *.png *.pdf *.tif *.tiff *.heic *.heif)</source>
        <translation>图片和页面文件 (*.jpg *.jpeg *.png *.pdf *.tif *.tiff *.heic *.heif)</translation>
    </message>
    <message>
        <source>Scanners are being looked for …</source>
        <translation>正在查找扫描仪……</translation>
    </message>
    <message>
        <source>Press F8 again in a moment.</source>
        <translation>请稍后再按F8。</translation>
    </message>
    <message>
        <source>Switch it on, then press F8 again.</source>
        <translation>请打开扫描仪电源，再按F8。</translation>
    </message>
    <message>
        <source>Scanning …</source>
        <translation>正在扫描……</translation>
    </message>
    <message>
        <source>Page %1 of the scanner</source>
        <translation>扫描仪第%1页</translation>
    </message>
    <message>
        <source>A picture of the case %1 was being saved when the program stopped.</source>
        <translation>程序停止时正在保存办件 %1 的图像。</translation>
    </message>
    <message>
        <source>Look whether it is in the case (F12), else take it once more. What is left of it does no harm: %1</source>
        <translation>请查看办件中是否已有（F12），没有就再采集一次。残留文件无妨：%1</translation>
    </message>
</context>
<context>
    <name>ScansPage</name>
    <message>
        <source>Scans</source>
        <translation>材料图像</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>还没有图像</translation>
    </message>
    <message>
        <source>Put the paper under the camera, drop or paste pictures, or choose files (Ctrl+O).</source>
        <translation>请把材料放到高拍仪下，或拖入、粘贴图像，或选择文件（Ctrl+O）。</translation>
    </message>
    <message>
        <source>Camera folder</source>
        <translation>高拍仪文件夹</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描仪</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Next material</source>
        <translation>下一材料</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>扶正</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Scans · %1</source>
        <translation>材料图像 · %1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) to go, Esc stops</source>
        <translation>
            <numerusform>还有 %n 张，Esc 停止</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 materials have pictures</source>
        <translation>%2 份材料中 %1 份已有图像</translation>
    </message>
    <message>
        <source>Before it: %1</source>
        <translation>此前：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of this case are missing or damaged on this PC.</source>
        <translation>
            <numerusform>本机上该办件有 %n 张图像缺失或损坏。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take them again, and tell your technician: %1</source>
        <translation>请重新采集，并告知技术人员：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were saved when the program stopped.</source>
        <translation>
            <numerusform>程序中断时有 %n 张图像已保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are under “Not sorted yet”: sort them or take them out.</source>
        <translation>它们在“尚未归类”中，请归类或移出。</translation>
    </message>
    <message>
        <source>Every material has pictures.</source>
        <translation>每份材料都已有图像。</translation>
    </message>
    <message>
        <source>Esc goes back to the case.</source>
        <translation>按 Esc 返回办件。</translation>
    </message>
    <message>
        <source>Draw a frame with the mouse, or move its edges with the arrows (Shift: right and lower).</source>
        <translation>用鼠标画出边框，或用方向键移动边线（Shift：右边和下边）。</translation>
    </message>
    <message>
        <source>Enter cuts, Esc leaves it as it is.</source>
        <translation>回车裁剪，Esc 保持原样。</translation>
    </message>
    <message>
        <source>taken out by the clerk</source>
        <translation>由窗口人员移出</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>剪贴板中没有图像。</translation>
    </message>
    <message>
        <source>Copy one, or choose files (Ctrl+O).</source>
        <translation>请先复制图像，或选择文件（Ctrl+O）。</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Scanning page %1, Esc stops</source>
        <translation>正在扫描第%1页，按Esc停止</translation>
    </message>
    <message>
        <source>Only files of this PC can be dropped here.</source>
        <translation>只能拖入本机上的文件。</translation>
    </message>
    <message>
        <source>Save the picture first, then choose it (Ctrl+O).</source>
        <translation>请先保存图片，再选择文件（Ctrl+O）。</translation>
    </message>
    <message>
        <source>This picture is still on its way from the window that took it.</source>
        <translation>这张图像正从采集窗口传来。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of another window are still on their way.</source>
        <translation>
            <numerusform>另一窗口的 %n 张图像正在传来。</numerusform>
        </translation>
    </message>
    <message>
        <source>They show here as soon as they have come.</source>
        <translation>传到后会自动显示。</translation>
    </message>
</context>
<context>
    <name>SeriesModel</name>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>缺号%n个</numerusform>
        </translation>
    </message>
    <message>
        <source>sample numbers</source>
        <translation>样例文号</translation>
    </message>
    <message>
        <source>year is over</source>
        <translation>年度已结束</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>已用完</translation>
    </message>
    <message numerus="yes">
        <source>only %n left</source>
        <translation>
            <numerusform>仅余%n个</numerusform>
        </translation>
    </message>
    <message>
        <source>without gaps</source>
        <translation>无缺号</translation>
    </message>
    <message>
        <source>%1 %2 %3: %4 given, %5 voided, %6 left, %7</source>
        <translation>%1 %2 %3：已编%4个，作废%5个，余%6个，%7</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>机关代字</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已编</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>末号</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>余号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>中心端</translation>
    </message>
    <message>
        <source>hub, entered</source>
        <translation>中心端、手工</translation>
    </message>
    <message numerus="yes">
        <source>year is over: %n unused</source>
        <translation>
            <numerusform>年度已过，%n 个未用</numerusform>
        </translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>To come</source>
        <translation>待到</translation>
    </message>
    <message>
        <source>Waits for others</source>
        <translation>等待齐全</translation>
    </message>
    <message>
        <source>To hand over</source>
        <translation>待交付</translation>
    </message>
    <message>
        <source>To be collected</source>
        <translation>待领取</translation>
    </message>
    <message>
        <source>Proof owed</source>
        <translation>待发凭证</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>久未领取</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>在架</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>不予办理</translation>
    </message>
    <message>
        <source>since today</source>
        <translation>今天起</translation>
    </message>
    <message numerus="yes">
        <source>for %n day(s)</source>
        <translation>
            <numerusform>已 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>tell again %1</source>
        <translation>%1 再次告知</translation>
    </message>
    <message>
        <source>handed over %1</source>
        <translation>已送达（%1）</translation>
    </message>
    <message>
        <source>electronic</source>
        <translation>电子证照</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自%1</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>不予办理</translation>
    </message>
</context>
<context>
    <name>ShelfDelegate</name>
    <message>
        <source>applicant not entered</source>
        <translation>未录入申请人</translation>
    </message>
</context>
<context>
    <name>ShelfPane</name>
    <message>
        <source>Results</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Nothing of this case is on the shelf</source>
        <translation>此办件没有在架的结果</translation>
    </message>
    <message>
        <source>It is not decided yet, or everything was handed over and proven. Ctrl+Enter opens the case.</source>
        <translation>尚未办结，或已全部交付并发送凭证。按 Ctrl+Enter 打开办件。</translation>
    </message>
    <message>
        <source>No result here has “%1”</source>
        <translation>没有编号为“%1”的结果</translation>
    </message>
    <message>
        <source>Check it character by character, or find the case by name or phone. Esc shows the list.</source>
        <translation>请逐字核对，或按姓名、电话查找。按 Esc 显示全部。</translation>
    </message>
    <message>
        <source>Nothing in this part of the list</source>
        <translation>此分类下没有结果</translation>
    </message>
    <message>
        <source>Press Esc to see all results.</source>
        <translation>按 Esc 查看全部结果。</translation>
    </message>
    <message>
        <source>No result is expected or waits</source>
        <translation>没有待到或待领的结果</translation>
    </message>
    <message>
        <source>What the departments decide appears here by itself; its arrival is recorded with F2.</source>
        <translation>部门办结的结果会自动出现在这里；送到后按 F2 登记接收。</translation>
    </message>
    <message>
        <source>Found for “%1”</source>
        <translation>“%1”的查找结果</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n result(s)</source>
        <translation>
            <numerusform>前 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>已标记 %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Who signed in here before</source>
        <translation>在本窗口登录过的人员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>go on working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>Who works at this window?</source>
        <translation>请登录</translation>
    </message>
    <message>
        <source>Sign in (Enter)</source>
        <translation>登录 (Enter)</translation>
    </message>
    <message>
        <source>Locked – %1</source>
        <translation>已锁定 – %1</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>PIN 码或密码</translation>
    </message>
    <message>
        <source>Go on (Enter)</source>
        <translation>解锁 (Enter)</translation>
    </message>
    <message>
        <source>The new password was not typed the same twice.</source>
        <translation>两次输入的新密码不一致。</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>正在核对……</translation>
    </message>
</context>
<context>
    <name>SignatureDialog</name>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>take the signature</source>
        <translation>确认签名</translation>
    </message>
    <message>
        <source>take the last stroke back</source>
        <translation>撤回一笔</translation>
    </message>
    <message>
        <source>begin anew</source>
        <translation>重新签</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>不签</translation>
    </message>
    <message>
        <source>Sign on the line.</source>
        <translation>请在横线上签名。</translation>
    </message>
    <message>
        <source>%1, sign on the line.</source>
        <translation>%1，请在横线上签名。</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>还没有签名。</translation>
    </message>
    <message>
        <source>That is too short for a signature: write the whole name.</source>
        <translation>签名太短：请写全姓名。</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Sign here</source>
        <translation>请在此签名</translation>
    </message>
</context>
<context>
    <name>SituationsModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
</context>
<context>
    <name>SituationsPanel</name>
    <message>
        <source>Situations</source>
        <translation>情形</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
</context>
<context>
    <name>SpanBar</name>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>统计范围</translation>
    </message>
    <message>
        <source>the whole hall</source>
        <translation>整个大厅</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>起止</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>all halls, by the hub</source>
        <translation>全部大厅（中心端统计）</translation>
    </message>
</context>
<context>
    <name>Staffing</name>
    <message>
        <source>Nobody signs in at this window.</source>
        <translation>本窗口不要求登录。</translation>
    </message>
    <message>
        <source>It asks who works here as soon as the hub has accounts of this hall.</source>
        <translation>中心端为本大厅建立人员账号后，窗口才会要求登录。</translation>
    </message>
    <message>
        <source>%1 – nobody signs in</source>
        <translation>%1（未启用登录）</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>PIN for unlocking this window quickly: 6 to 12 digits. Empty: none any more.</source>
        <translation>用于快速解锁的 PIN 码：6 至 12 位数字。留空则取消。</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P asks again.</source>
        <translation>按 Ctrl+Shift+P 重新设置。</translation>
    </message>
    <message>
        <source>The PIN is gone.</source>
        <translation>PIN 码已取消。</translation>
    </message>
    <message>
        <source>The PIN is set.</source>
        <translation>PIN 码已设置。</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L locks this window.</source>
        <translation>按 Ctrl+Shift+L 锁定窗口。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>%1/%2 %3</source>
        <comment>month, day, time</comment>
        <translation>%1月%2日 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation>
            <numerusform>已超 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) late</source>
        <translation>
            <numerusform>已超 %n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>已超 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>无时限</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n minute(s) left</source>
        <translation>
            <numerusform>%1，剩 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>暂定</translation>
    </message>
    <message>
        <source>by law %1</source>
        <translation>法定 %1</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message>
        <source>case opened</source>
        <translation>打开案卷</translation>
    </message>
    <message>
        <source>paper printed</source>
        <translation>打印文书</translation>
    </message>
    <message>
        <source>whole number seen</source>
        <translation>查看完整号码</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>backup made</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>damaged journal set aside</source>
        <translation>损坏的记录已移出保存</translation>
    </message>
    <message>
        <source>key changed</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>forgotten by rule</source>
        <translation>按规则清除</translation>
    </message>
    <message>
        <source>wiped</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>sign-in failed</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>unlocked</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>无权被拒</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Concerns</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>More</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>allowed by a supervisor</source>
        <translation>值班长许可</translation>
    </message>
    <message>
        <source>settings changed</source>
        <translation>更改设置</translation>
    </message>
</context>
<context>
    <name>VerdictLook</name>
    <message>
        <source>to check</source>
        <translation>待核验</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前补齐</translation>
    </message>
    <message>
        <source>put right on the spot</source>
        <translation>当场更正</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复印</translation>
    </message>
    <message>
        <source>exempt</source>
        <translation>免交</translation>
    </message>
    <message>
        <source>later</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺件</translation>
    </message>
</context>
<context>
    <name>VerdictStrip</name>
    <message>
        <source>number of the licence or of the look-up</source>
        <translation>电子证照编号或查询编号</translation>
    </message>
    <message>
        <source>to be brought by</source>
        <translation>补齐日期</translation>
    </message>
    <message>
        <source>other reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>what is wrong, in words for the citizen</source>
        <translation>哪里不符合，用申请人看得懂的话写</translation>
    </message>
    <message>
        <source>0 other reason: what is wrong, in words for the citizen</source>
        <translation>0 其他原因：哪里不符合，用申请人看得懂的话写</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>↑↓ source</source>
        <translation>↑↓ 来源</translation>
    </message>
    <message>
        <source>digit: this one</source>
        <translation>数字键选定</translation>
    </message>
    <message>
        <source>confirm</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>↑↓ day</source>
        <translation>↑↓ 日期</translation>
    </message>
</context>
<context>
    <name>VersionCompare</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Version %1, %2, %3</source>
        <translation>%1 版，%2，%3</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比版本</translation>
    </message>
    <message>
        <source>Only one version of this pack is on this PC</source>
        <translation>本机只有此指南包的一个版本</translation>
    </message>
    <message>
        <source>Import another one with F8: earlier versions are kept, so that both can be read side by side.</source>
        <translation>请按 F8 导入另一版本：原有版本会保留，两版可并排阅读。</translation>
    </message>
    <message>
        <source>Version to compare with</source>
        <translation>要对比的版本</translation>
    </message>
    <message>
        <source>both versions say the same about this matter</source>
        <translation>两个版本对此事项的内容相同</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1（在用）</translation>
    </message>
    <message>
        <source>Older: %1</source>
        <translation>旧版：%1</translation>
    </message>
    <message>
        <source>Newer: %1</source>
        <translation>新版：%1</translation>
    </message>
    <message>
        <source>This version does not have the matter</source>
        <translation>此版本没有这一事项</translation>
    </message>
</context>
<context>
    <name>WipePage</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>This window is wiped</source>
        <translation>本窗口已清除</translation>
    </message>
    <message>
        <source>Ordered by the security administrator of the hub %1 on %2. Reason: %3</source>
        <translation>中心端 %1 的安全管理员于 %2 下达命令。原因：%3</translation>
    </message>
    <message>
        <source>The hub ordered this window to be wiped</source>
        <translation>中心端已命令清除本窗口</translation>
    </message>
    <message>
        <source>Nothing can be done here any more. What was not uploaded goes to the hub now; then all keys of this window&apos;s records are destroyed.</source>
        <translation>本窗口不能再办理业务。正在把还没有上传的记录传到中心端，随后销毁打开本机档案的全部密钥。</translation>
    </message>
    <message numerus="yes">
        <source>Still to upload: %n record(s).</source>
        <translation>
            <numerusform>还有 %n 条记录没有上传。</numerusform>
        </translation>
    </message>
    <message>
        <source>All records are at the hub.</source>
        <translation>全部记录已在中心端。</translation>
    </message>
    <message>
        <source>Leave the PC on and connected for a moment, please. It takes two minutes at most.</source>
        <translation>请保持电脑开机、联网，最多两分钟。</translation>
    </message>
    <message>
        <source>This window was wiped by order of the hub</source>
        <translation>本窗口已按中心端的命令清除</translation>
    </message>
    <message>
        <source>On %1 all keys of this window&apos;s records were destroyed. Nobody can open what is left on this PC any more.</source>
        <translation>打开本机档案的全部密钥已于 %1 销毁，这台电脑上留下的档案任何人都打不开了。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) could not be uploaded any more. They lie sealed in %1, which only the hub opens: bring this file to the administrator of the hub.</source>
        <translation>
            <numerusform>有 %n 条记录没有来得及上传，已加密存为 %1，只有中心端能打开：请把这个文件交给中心端管理员。</numerusform>
        </translation>
    </message>
    <message>
        <source>Citizens are served at the other windows. If this PC is to be a window again: your technician saves that file, empties the folder %1 and enrols the window anew with a code of the hub.</source>
        <translation>群众请到其他窗口办理。要继续用这台电脑作窗口，请技术人员先取走上述文件（如有），清空文件夹 %1，再用中心端新的登记码重新登记。</translation>
    </message>
    <message>
        <source>The hub knows that this was done.</source>
        <translation>中心端已知悉清除完成。</translation>
    </message>
    <message>
        <source>The hub is told as soon as it can be reached; leave this page open.</source>
        <translation>连上中心端后自动回报清除完成，请不要关闭本页。</translation>
    </message>
    <message>
        <source>Nothing can be done here any more. Not everything could be destroyed yet; it is tried again and at every start.</source>
        <translation>本窗口不能再办理业务。还有密钥没有销毁，程序会反复重试，每次启动也会重试。</translation>
    </message>
    <message>
        <source>Unlock the key store of this desktop, or call your technician. For your technician: %1 %2</source>
        <translation>请解锁桌面的密钥环，或联系技术人员。技术信息：%1 %2</translation>
    </message>
    <message>
        <source>Every record of this window is at the hub.</source>
        <translation>本窗口的全部记录已在中心端。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of papers could not be uploaded and are lost: take them again.</source>
        <translation>
            <numerusform>有 %n 张材料影像没有来得及上传，已经丢失，请重新采集。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkDelegate</name>
    <message>
        <source>waits for others</source>
        <translation>等待他方</translation>
    </message>
    <message>
        <source>applicant not entered</source>
        <translation>未录申请人</translation>
    </message>
</context>
<context>
    <name>WorkModel</name>
    <message>
        <source>waits for others</source>
        <translation>等待他方</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Mine only</source>
        <translation>只看本人</translation>
    </message>
    <message>
        <source>Not what waits for others</source>
        <translation>不含等待他方</translation>
    </message>
    <message>
        <source>What next</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>kind of task</source>
        <translation>待办种类</translation>
    </message>
    <message>
        <source>urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Kinds of task</source>
        <translation>待办种类</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部种类</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>全部待办</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n task(s)</source>
        <translation>
            <numerusform>前 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>No task fits what was chosen</source>
        <translation>没有符合所选条件的待办</translation>
    </message>
    <message>
        <source>Press Esc to see all tasks.</source>
        <translation>按 Esc 显示全部待办。</translation>
    </message>
    <message>
        <source>Nothing is to be done</source>
        <translation>没有待办</translation>
    </message>
    <message>
        <source>What a case needs next appears here by itself, the nearest legal end first.</source>
        <translation>办件的下一步会自动出现在这里，法定期限最近的排在最前。</translation>
    </message>
    <message>
        <source>This matter only</source>
        <translation>只看本事项</translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation>只看“%1”</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>print papers together</source>
        <translation>批量打印文书</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) marked</source>
        <translation>
            <numerusform>已标记%n个办件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>copywords</name>
    <message>
        <source>%1: cannot be read as a copy</source>
        <translation>%1：不是完好的备份</translation>
    </message>
    <message>
        <source>A copy is being made and read back (%1 %). Esc gives it up.</source>
        <translation>正在备份并回读核对（%1 %）。Esc 放弃。</translation>
    </message>
    <message>
        <source>No copies are made: first make a recovery code (F7).</source>
        <translation>尚未备份：请先新建恢复码（F7）。</translation>
    </message>
    <message>
        <source>No folder is set for copies: plug a stick in and choose it (F9).</source>
        <translation>尚未设置备份位置：请插入 U 盘并选择（F9）。</translation>
    </message>
    <message>
        <source>No copy was made yet with the code %1.</source>
        <translation>还没有用恢复码 %1 的备份。</translation>
    </message>
    <message>
        <source>Last copy: %1, %2, read back and whole. Code %3.</source>
        <translation>上次备份：%1，%2，已回读核对完好。恢复码 %3。</translation>
    </message>
    <message>
        <source>To %1, every day at %2.</source>
        <translation>备份到 %1，每天 %2。</translation>
    </message>
    <message>
        <source>Free there: %1.</source>
        <translation>该处剩余空间 %1。</translation>
    </message>
    <message>
        <source>That is the disk of this PC: it breaks or is stolen with it. Better a stick.</source>
        <translation>这是本机自己的硬盘，会随电脑一起损坏或被盗，请改用 U 盘。</translation>
    </message>
    <message>
        <source>and %n older one(s) of this window</source>
        <translation>另有本窗口更早的 %n 份</translation>
    </message>
    <message>
        <source>%n of other windows</source>
        <translation>其他窗口的 %n 份</translation>
    </message>
    <message>
        <source>The copy was read back and is not what was written: the stick is failing. Use another one. (%1)</source>
        <translation>回读的内容与写入的不一致：U 盘可能将要损坏，请换一个。（%1）</translation>
    </message>
    <message>
        <source>The stick or folder is not there: plug it in, or choose another (F9). (%1)</source>
        <translation>备份盘或文件夹不在：请插好，或者另选（F9）。（%1）</translation>
    </message>
    <message>
        <source>Nothing can be written there: it is write-protected or belongs to somebody else. Choose another (F9). (%1)</source>
        <translation>该处不能写入：有写保护，或者属于他人。请另选（F9）。（%1）</translation>
    </message>
    <message>
        <source>There is not enough room: %1. Delete older files there, or choose another stick (F9).</source>
        <translation>空间不足：%1。请删除那里的旧文件，或者另选 U 盘（F9）。</translation>
    </message>
    <message>
        <source>A folder begins with /, a time of day is like 12:10.</source>
        <translation>位置以 / 开头，时间写成 12:10 的样子。</translation>
    </message>
    <message>
        <source>Copy %1 %</source>
        <translation>备份中 %1 %</translation>
    </message>
    <message>
        <source>No copies</source>
        <translation>未设备份</translation>
    </message>
    <message>
        <source>Copy failed</source>
        <translation>备份失败</translation>
    </message>
    <message>
        <source>No copy yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>Copy today</source>
        <translation>备份：今天</translation>
    </message>
    <message>
        <source>Copy yesterday</source>
        <translation>备份：昨天</translation>
    </message>
    <message>
        <source>Copy %n day(s) ago</source>
        <translation>备份：%n 天前</translation>
    </message>
    <message>
        <source>The last safety copy is %n day(s) old.</source>
        <translation>上次备份是 %n 天前。</translation>
    </message>
    <message>
        <source>No safety copy was made yet.</source>
        <translation>还没有备份过。</translation>
    </message>
</context>
<context>
    <name>hubwords</name>
    <message>
        <source>%n act(s)</source>
        <translation>%n 步操作</translation>
    </message>
    <message>
        <source>%n picture(s)</source>
        <translation>%n 幅图像</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No hub set up: cases stay on this PC</source>
        <translation>未设置中心端：办件保存在本机</translation>
    </message>
    <message>
        <source>Hub: this PC&apos;s disk refuses (Ctrl+7)</source>
        <translation>中心端：本机硬盘拒绝写入（Ctrl+7）</translation>
    </message>
    <message>
        <source>, since %1</source>
        <translation>，自 %1 起</translation>
    </message>
    <message>
        <source>The hub refuses (Ctrl+7)</source>
        <translation>中心端拒绝接收（Ctrl+7）</translation>
    </message>
    <message>
        <source>Everything is at the hub</source>
        <translation>已全部上传中心端</translation>
    </message>
    <message>
        <source>To the hub: %1</source>
        <translation>正在上传：%1</translation>
    </message>
    <message>
        <source>Looking for the hub</source>
        <translation>正在连接中心端</translation>
    </message>
    <message>
        <source>Hub not reached; nothing waits</source>
        <translation>中心端未连通；没有待上传的内容</translation>
    </message>
    <message>
        <source>Hub not reached: %1 wait here safely%2</source>
        <translation>中心端未连通：%1在本机安全等待%2</translation>
    </message>
    <message>
        <source>The disk of this PC refuses; what was written before is safe.</source>
        <translation>本机硬盘拒绝写入；此前写入的内容是安全的。</translation>
    </message>
    <message>
        <source>Everything that was done here is at the hub.</source>
        <translation>在此办理的全部内容都已在中心端。</translation>
    </message>
    <message>
        <source>%1 are on the disk of this PC and not at the hub yet.</source>
        <translation>%1已保存在本机硬盘，尚未上传到中心端。</translation>
    </message>
    <message>
        <source>The hub answered %1 ago.</source>
        <translation>中心端 %1前有应答。</translation>
    </message>
    <message>
        <source>The hub has not answered yet.</source>
        <translation>中心端尚未应答。</translation>
    </message>
    <message>
        <source>Next try in %1.</source>
        <translation>%1后重试。</translation>
    </message>
    <message>
        <source>The clock of this PC is %1 behind the hub&apos;s.</source>
        <translation>本机时钟比中心端慢 %1。</translation>
    </message>
    <message>
        <source>The clock of this PC is %1 ahead of the hub&apos;s.</source>
        <translation>本机时钟比中心端快 %1。</translation>
    </message>
    <message>
        <source>%n picture(s) of other windows are still to come.</source>
        <translation>其他窗口的 %n 幅图像还在途中。</translation>
    </message>
    <message>
        <source>%n thing(s) that the hub sent could not be used: tell your technician.</source>
        <translation>中心端下发的 %n 项内容无法使用：请告知技术人员。</translation>
    </message>
    <message>
        <source>The hub was not reached. Work goes on; it is tried again by itself.</source>
        <translation>未连通中心端。可照常办理，程序会自动重试。</translation>
    </message>
    <message>
        <source>What answers at this address is no hub. Check the address, or tell your technician.</source>
        <translation>该地址应答的不是中心端。请核对地址，或告知技术人员。</translation>
    </message>
    <message>
        <source>The hub does not know this window. Join it again with a new code (F2).</source>
        <translation>中心端不认识本窗口。请用新的加入码重新加入（F2）。</translation>
    </message>
    <message>
        <source>The hub does not believe this window&apos;s signature. Join it again with a new code (F2).</source>
        <translation>中心端不认可本窗口的签名。请用新的加入码重新加入（F2）。</translation>
    </message>
    <message>
        <source>This window was shut out. What it sends is kept aside at the hub; speak to your supervisor.</source>
        <translation>本窗口已被停用。上传的内容在中心端另行保管；请联系值班长。</translation>
    </message>
    <message>
        <source>The code is wrong, was used already or is too old. Ask for a new one.</source>
        <translation>加入码有误、已用过或已过期。请索取新的加入码。</translation>
    </message>
    <message>
        <source>Another PC has the code of this window. Give this one another windowCode in hall.ini, or have the other shut out.</source>
        <translation>另一台电脑使用了本窗口编号。请在 hall.ini 中为本机改用其他 windowCode，或停用另一台。</translation>
    </message>
    <message>
        <source>This program is too old for the hub. Install the new version; work goes on until then.</source>
        <translation>本程序版本过旧，中心端不再支持。请安装新版本；在此之前可照常办理。</translation>
    </message>
    <message>
        <source>The hub has much to do. It is tried again by itself.</source>
        <translation>中心端繁忙，程序会自动重试。</translation>
    </message>
    <message>
        <source>The hub does not accept the time of this PC. Set the clock.</source>
        <translation>中心端不接受本机时间。请校准时钟。</translation>
    </message>
    <message>
        <source>The hub could not do it. It is tried again by itself; tell your technician if it stays.</source>
        <translation>中心端未能完成。程序会自动重试；如一直如此，请告知技术人员。</translation>
    </message>
    <message>
        <source>acts are at the hub, pictures follow</source>
        <translation>操作已上传，图像随后</translation>
    </message>
    <message>
        <source>%n second(s)</source>
        <translation>%n 秒</translation>
    </message>
    <message>
        <source>%n minute(s)</source>
        <translation>%n 分钟</translation>
    </message>
    <message>
        <source>%n hour(s)</source>
        <translation>%n 小时</translation>
    </message>
    <message>
        <source>%n day(s)</source>
        <translation>%n 天</translation>
    </message>
    <message>
        <source>%n picture(s) are not what they were: the list below names their cases.</source>
        <translation>有 %n 张图像与原件不符，所属办件见下表。</translation>
    </message>
    <message>
        <source>a picture here is not what it was and was not sent: scan it again</source>
        <translation>本机一张图像已损坏，未发送，请重新扫描</translation>
    </message>
    <message>
        <source>a picture that came is not what was taken and was not kept: tell your technician</source>
        <translation>收到的一张图像与原件不符，未保存，请告知技术人员</translation>
    </message>
    <message>
        <source>the hub is not reached; it is sent by itself</source>
        <translation>连不上中心端，恢复后自动发送</translation>
    </message>
    <message>
        <source>the hub refuses, see above</source>
        <translation>中心端拒收，原因见上方</translation>
    </message>
    <message>
        <source>pictures of another window are still to come</source>
        <translation>其他窗口的图像尚未传到</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>is being fetched: %1 %</source>
        <translation>正在下载：%1 %</translation>
    </message>
    <message>
        <source>not let in: %1 Guides in use stay; tell whoever publishes them.</source>
        <translation>未采用：%1 现用指南不变，请告知发布单位。</translation>
    </message>
    <message>
        <source>could not be read and is kept aside: tell your technician</source>
        <translation>无法读取，已另行保存，请告知技术人员</translation>
    </message>
    <message>
        <source>is another than this PC has under the same number and is kept aside: tell your technician</source>
        <translation>与本机同一序号的内容不同，已另行保存，请告知技术人员</translation>
    </message>
    <message>
        <source>its number belongs to another case too: both stay, tell your supervisor</source>
        <translation>编号与另一办件重复，两件都保留，请告知主管</translation>
    </message>
    <message>
        <source>no receipt printed</source>
        <translation>未打印回执</translation>
    </message>
    <message>
        <source>%n receipt(s) printed</source>
        <translation>打印回执 %n 份</translation>
    </message>
    <message>
        <source>%1; not compared with the hub yet</source>
        <translation>%1，尚未与中心端核对</translation>
    </message>
    <message>
        <source>%1; %n do(es) not match (%2)</source>
        <translation>%1，有 %n 份对不上（%2）</translation>
    </message>
    <message>
        <source>%1; more since it was compared (%2)</source>
        <translation>%1，核对后又有新增（%2）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, all at the hub (%2)</source>
        <translation>%1，中心端均有记录（%2）</translation>
    </message>
    <message>
        <source>printed here; the hub has no filing of it. It is sent by itself: if this stays, tell your supervisor before the PC is changed.</source>
        <translation>本机已打印，中心端没有这件的收件记录。系统会自动补送；若一直如此，换机前务必告知主管。</translation>
    </message>
    <message>
        <source>the hub has a receipt of this window that this PC has no record of. Enter opens the case: tell your supervisor.</source>
        <translation>中心端有本窗口的这份回执，本机没有记录。按 Enter 打开办件，并告知主管。</translation>
    </message>
</context>
<context>
    <name>importwords</name>
    <message>
        <source>Can be imported</source>
        <translation>可以导入</translation>
    </message>
    <message>
        <source>An administrator must consent</source>
        <translation>须经管理员同意</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>本机已有</translation>
    </message>
    <message>
        <source>Cannot be imported</source>
        <translation>不能导入</translation>
    </message>
    <message>
        <source>Signed by “%1” and unchanged since.</source>
        <translation>由“%1”签名发布，签名后未被改动。</translation>
    </message>
    <message>
        <source>Does not fit: the pack or its signature was changed after “%1” signed it.</source>
        <translation>签名不符：“%1”签名之后，指南包或签名被改动过。</translation>
    </message>
    <message>
        <source>Signed by somebody who calls himself “%1” (key %2); this PC does not know that key.</source>
        <translation>签名者自称“%1”（密钥 %2），本机没有该密钥，无法确认。</translation>
    </message>
    <message>
        <source>There is a signature file, but it is none.</source>
        <translation>有签名文件，但内容无法识别。</translation>
    </message>
    <message>
        <source>Not signed: nobody vouches for where it is from.</source>
        <translation>没有签名：无法确认由谁发布。</translation>
    </message>
    <message>
        <source>No version of this pack is on this PC yet.</source>
        <translation>本机尚无此指南包的任何版本。</translation>
    </message>
    <message>
        <source>Newer than what is here; no version is in force today.</source>
        <translation>比本机版本新；本机今天没有在有效期内的版本。</translation>
    </message>
    <message>
        <source>Newer than version %1, which is in use.</source>
        <translation>比在用的 %1 版新。</translation>
    </message>
    <message>
        <source>Older than what is here. It would be kept for reading and for old cases.</source>
        <translation>比本机版本旧，导入后仅供查阅和原有办件使用。</translation>
    </message>
    <message>
        <source>Version %1 is here already and says exactly the same.</source>
        <translation>本机已有 %1 版，内容完全相同。</translation>
    </message>
    <message>
        <source>Version %1 is here already and says something else.</source>
        <translation>本机已有 %1 版，但内容不同。</translation>
    </message>
    <message>
        <source>Press Import. Open cases keep the version they were opened with.</source>
        <translation>请按“导入”。在办件仍按受理时的版本办理。</translation>
    </message>
    <message>
        <source>Ask the publisher for a signed pack; or an administrator enters name and reason below. Both are recorded.</source>
        <translation>请向发布单位索取有签名的指南包；或由管理员在下方填写姓名和理由，均会记录在案。</translation>
    </message>
    <message>
        <source>There is nothing to do. Press Esc.</source>
        <translation>无需处理，请按 Esc。</translation>
    </message>
    <message>
        <source>Send the faults below to whoever made the pack. The guides in use stay as they are.</source>
        <translation>请将下列问题反馈给制作单位。在用指南保持不变。</translation>
    </message>
    <message>
        <source>A changed pack needs a new version number: ask the publisher for one. The guides in use stay as they are.</source>
        <translation>内容有改动的指南包须使用新的版本号，请与发布单位联系。在用指南保持不变。</translation>
    </message>
    <message>
        <source>Put the fault below right first, then choose the file again. The guides in use stay as they are.</source>
        <translation>请先解决下列问题，再重新选择文件。在用指南保持不变。</translation>
    </message>
    <message>
        <source>Ask the publisher for pack and signature again. The guides in use stay as they are.</source>
        <translation>请向发布单位重新索取指南包和签名。在用指南保持不变。</translation>
    </message>
</context>
<context>
    <name>leasewords</name>
    <message>
        <source>Last leased: %1, %2 %3 %4, numbers %5.</source>
        <translation>最近一次领取：%1，%2 %3 %4 年，%5 号。</translation>
    </message>
    <message>
        <source>leases.json of the profile cannot be used, so numbers of the hub are not given. Call whoever looks after this PC: with the file moved away the hub leases others.</source>
        <translation>配置目录中的 leases.json 无法使用，因此不使用中心端发放的文号。请联系技术人员：移走该文件后，中心端会另发新号。</translation>
    </message>
    <message>
        <source>The numbers stand in forms/numbers.json of the profile. A window that joined a hub (Ctrl+7) is given more by it.</source>
        <translation>文号写在配置目录的 forms/numbers.json 中。加入中心端（Ctrl+7）的窗口由中心端自动续发。</translation>
    </message>
    <message numerus="yes">
        <source>The hub leases numbers to this window as soon as fewer than %n of a series are left.</source>
        <translation>
            <numerusform>某一系列余号不足 %n 个时，自动向中心端领取。</numerusform>
        </translation>
    </message>
    <message>
        <source>This window belongs to no hub any more: what it leased is still given.</source>
        <translation>本窗口已不属于任何中心端，已领取的文号继续使用。</translation>
    </message>
    <message numerus="yes">
        <source>%n wish(es) without an answer, the oldest of %1.</source>
        <translation>
            <numerusform>有 %n 次领取尚无答复，最早的在 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is left is given as before; F5 asks at once.</source>
        <translation>余号照常使用；按 F5 立即再领。</translation>
    </message>
    <message numerus="yes">
        <source>%n other range(s)</source>
        <translation>
            <numerusform>另有 %n 段</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nobody has recorded where this result is.</source>
        <translation>这份结果在何处尚无登记。</translation>
    </message>
    <message>
        <source>This result is recorded at %1.</source>
        <translation>这份结果登记在%1。</translation>
    </message>
    <message>
        <source>The hub, which must say that nobody else hands it over, was not reached. If the paper is in your hands, record that it came here; then hand it over.</source>
        <translation>连不上中心端，无法确认其他窗口没有在发放。若证件就在您手上，请先登记到件，再发放。</translation>
    </message>
    <message>
        <source>The hub is asked whether another window is handing it over. Esc gives it up.</source>
        <translation>正在向中心端确认其他窗口没有在发放。按 Esc 放弃。</translation>
    </message>
    <message>
        <source>%1 is handing this result over. Ask there; if they gave it up, try again after %2.</source>
        <translation>%1正在发放这份结果，请向该窗口核实；若对方已放弃，%2 后再试。</translation>
    </message>
    <message>
        <source>Another window has handed this result over. It shows here as soon as the hub has sent it.</source>
        <translation>这份结果已由其他窗口发放，中心端传来后这里就会显示。</translation>
    </message>
    <message>
        <source>The hub does not let this window hand it over now; Ctrl+7 says how it stands with the hub. If the paper is in your hands, record that it came here; then hand it over.</source>
        <translation>中心端现在不允许本窗口发放，按 Ctrl+7 查看与中心端的连接情况。若证件就在您手上，请先登记到件，再发放。</translation>
    </message>
</context>
<context>
    <name>pagekeys</name>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>find a matter: characters, pinyin or initials</source>
        <translation>查找一件事：汉字、拼音或首字母</translation>
    </message>
    <message>
        <source>scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>open the case whose code was scanned</source>
        <translation>打开扫到的办件</translation>
    </message>
    <message>
        <source>choose in the list</source>
        <translation>在列表中选择</translation>
    </message>
    <message>
        <source>open what is chosen</source>
        <translation>打开所选</translation>
    </message>
    <message>
        <source>to the unfinished cases and back</source>
        <translation>到未办结，再按返回</translation>
    </message>
    <message>
        <source>empty the field</source>
        <translation>清空输入框</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>situations</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>items</source>
        <translation>联办事项</translation>
    </message>
    <message>
        <source>applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>materials</source>
        <translation>材料核验</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>what is open next</source>
        <translation>下一个未完成处</translation>
    </message>
    <message>
        <source>Situations and items</source>
        <translation>情形和事项</translation>
    </message>
    <message>
        <source>give the answer, choose the way</source>
        <translation>回答问题，选择办理方式</translation>
    </message>
    <message>
        <source>keep or drop the item</source>
        <translation>选择或取消事项</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>original seen</source>
        <translation>已核原件</translation>
    </message>
    <message>
        <source>copy kept</source>
        <translation>留存复印件</translation>
    </message>
    <message>
        <source>exempt: shared data or e-licence</source>
        <translation>免提交：数据共享或电子证照</translation>
    </message>
    <message>
        <source>deferred to a day</source>
        <translation>容缺，限期补齐</translation>
    </message>
    <message>
        <source>committed in writing</source>
        <translation>告知承诺</translation>
    </message>
    <message>
        <source>does not conform</source>
        <translation>不符合要求</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>take the verdict back</source>
        <translation>收回核验结论</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>issue and print the one-time notice</source>
        <translation>出具并打印一次性告知书</translation>
    </message>
    <message>
        <source>print the last paper again</source>
        <translation>补打最近的文书</translation>
    </message>
    <message>
        <source>save the last paper as PDF</source>
        <translation>把最近的文书存为 PDF</translation>
    </message>
    <message>
        <source>take the last step back</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>filed cases too, or only the unfinished</source>
        <translation>显示或隐藏已收件的办件</translation>
    </message>
    <message>
        <source>Filed case</source>
        <translation>已收件办件</translation>
    </message>
    <message>
        <source>clocks</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>time line</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>citizen and papers; Enter prints a paper again</source>
        <translation>申请人与文书；Enter 补打文书</translation>
    </message>
    <message>
        <source>choose the item</source>
        <translation>选择事项</translation>
    </message>
    <message>
        <source>print the receipt again</source>
        <translation>补打收件回执</translation>
    </message>
    <message>
        <source>save the receipt as PDF</source>
        <translation>收件回执另存为 PDF</translation>
    </message>
    <message>
        <source>leave the case; everything is saved</source>
        <translation>离开办件，均已保存</translation>
    </message>
    <message>
        <source>Find a guide</source>
        <translation>查找指南</translation>
    </message>
    <message>
        <source>characters, pinyin, initials; items and materials too</source>
        <translation>汉字、拼音或首字母，也可查事项和材料</translation>
    </message>
    <message>
        <source>to the filters; Up and Down choose, Tab goes on</source>
        <translation>到筛选；上下键选择，Tab 到下一项</translation>
    </message>
    <message>
        <source>all filters off</source>
        <translation>清除全部筛选</translation>
    </message>
    <message>
        <source>read: the keys scroll the paper</source>
        <translation>阅读：用按键翻页</translation>
    </message>
    <message>
        <source>back to the field</source>
        <translation>返回查找栏</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>full guide</source>
        <translation>完整版指南</translation>
    </message>
    <message>
        <source>concise leaflet, folded in three</source>
        <translation>简版折页（三折）</translation>
    </message>
    <message>
        <source>compare with another version</source>
        <translation>与另一版本对比</translation>
    </message>
    <message>
        <source>print what is shown</source>
        <translation>打印当前内容</translation>
    </message>
    <message>
        <source>save it as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>consult without opening a case</source>
        <translation>咨询辅导（不受理）</translation>
    </message>
    <message>
        <source>start a case on this matter</source>
        <translation>受理此事项</translation>
    </message>
    <message>
        <source>import a guide pack from a file</source>
        <translation>从文件导入指南包</translation>
    </message>
    <message>
        <source>consult on the chosen matter, without a case</source>
        <translation>就所选事项咨询，不建办件</translation>
    </message>
    <message>
        <source>personal list</source>
        <translation>一次告知单</translation>
    </message>
    <message>
        <source>take the answer back</source>
        <translation>收回回答</translation>
    </message>
    <message>
        <source>print the personal list</source>
        <translation>打印一次告知单</translation>
    </message>
    <message>
        <source>save the personal list as PDF</source>
        <translation>一次告知单存为 PDF</translation>
    </message>
    <message>
        <source>turn it into a case with the same answers</source>
        <translation>转为办件，回答照旧</translation>
    </message>
    <message>
        <source>begin anew for the next citizen</source>
        <translation>为下一位重新开始</translation>
    </message>
    <message>
        <source>back; the consultation is kept until another begins</source>
        <translation>返回；咨询保留到开始另一次为止</translation>
    </message>
    <message>
        <source>What next</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>only overdue, urgent, due soon, in time</source>
        <translation>只看已超时、紧急、即将到期、时限内</translation>
    </message>
    <message>
        <source>every urgency</source>
        <translation>不限紧急程度</translation>
    </message>
    <message>
        <source>only one kind of task</source>
        <translation>只看一种待办</translation>
    </message>
    <message>
        <source>only cases that I opened, or all</source>
        <translation>只看本人收件，或看全部</translation>
    </message>
    <message>
        <source>leave out what waits for others, or not</source>
        <translation>不含等待他方的，或包含</translation>
    </message>
    <message>
        <source>everything again</source>
        <translation>恢复显示全部</translation>
    </message>
    <message>
        <source>find any case: number, ID number, phone, name, pinyin, matter</source>
        <translation>查找全部办件：编号、证件号、电话、姓名、拼音、事项</translation>
    </message>
    <message>
        <source>open the earlier case that is warned of</source>
        <translation>打开所提示的在先办件</translation>
    </message>
    <message>
        <source>only the matter of the chosen task, or all</source>
        <translation>只看所选任务的一件事，或全部</translation>
    </message>
    <message>
        <source>print the letter to sign; file the case and print the receipt</source>
        <translation>打印待签承诺书；收件并打印回执</translation>
    </message>
    <message>
        <source>the applicant has signed; after filing: accept at this window</source>
        <translation>申请人已签名；收件后：由本窗口受理</translation>
    </message>
    <message>
        <source>back; everything is saved</source>
        <translation>返回；内容均已保存</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>the paper is in hand</source>
        <translation>确认文书已到手</translation>
    </message>
    <message>
        <source>all that are printed are in hand</source>
        <translation>已打印的全部确认到手</translation>
    </message>
    <message>
        <source>print again, with a reason, also on another printer</source>
        <translation>补打，可写原因、换打印机</translation>
    </message>
    <message>
        <source>it did not come out, whatever the printer says</source>
        <translation>不管打印机怎么说，没打出来</translation>
    </message>
    <message>
        <source>take the job back</source>
        <translation>撤回打印任务</translation>
    </message>
    <message>
        <source>save the paper as PDF</source>
        <translation>将文书存为 PDF</translation>
    </message>
    <message>
        <source>print every paper of the case in hand that was never printed</source>
        <translation>打印当前办件所有尚未打印的文书</translation>
    </message>
    <message>
        <source>printers and kinds of paper</source>
        <translation>打印机与文书种类</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>choose the kind of paper</source>
        <translation>选择文书种类</translation>
    </message>
    <message>
        <source>to printer, tray, pieces, both sides, layout, colour</source>
        <translation>到打印机、纸盒、份数、双面、版式、颜色</translation>
    </message>
    <message>
        <source>choose there</source>
        <translation>在那里选择</translation>
    </message>
    <message>
        <source>look at the printers again</source>
        <translation>重新查看打印机</translation>
    </message>
    <message>
        <source>print a test page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>back to the queue</source>
        <translation>返回打印列表</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>case number, receipt, shelf label, certificate or parcel number</source>
        <translation>办件编号、收件回执、架位标签、证照编号、运单号</translation>
    </message>
    <message>
        <source>name, pinyin, phone or ID number of the applicant; Enter finds</source>
        <translation>申请人姓名、拼音、电话或证件号，按 Enter 查找</translation>
    </message>
    <message>
        <source>to come, here, overdue, not collected, refusals, proof owed</source>
        <translation>待到、在架、已超时、久未领取、不予办理、待发凭证</translation>
    </message>
    <message>
        <source>what the chosen result needs next</source>
        <translation>所选结果的下一步</translation>
    </message>
    <message>
        <source>mark several, e.g. of one courier&apos;s run, for F2, F3 or F7</source>
        <translation>标记多件（如同一趟送件），再按 F2、F3 或 F7</translation>
    </message>
    <message>
        <source>back: message, search, marks, part of the list</source>
        <translation>逐步返回：提示、查找、标记、分类</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>an agent acts, or no longer</source>
        <translation>由代理人办理，或取消</translation>
    </message>
    <message>
        <source>list of people; once more: the next list</source>
        <translation>人员名单；再按一次：下一份名单</translation>
    </message>
    <message>
        <source>paste a list from a spreadsheet</source>
        <translation>粘贴表格中的名单</translation>
    </message>
    <message>
        <source>list from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>take over those in order</source>
        <translation>录入无误的人员</translation>
    </message>
    <message>
        <source>give the faulty rows back as a file</source>
        <translation>将有误的行存为文件退回</translation>
    </message>
    <message>
        <source>remove the person</source>
        <translation>移除此人</translation>
    </message>
    <message>
        <source>pictures of the papers</source>
        <translation>材料图像</translation>
    </message>
    <message>
        <source>Take pictures</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>take what lies in the camera folder</source>
        <translation>采集高拍仪文件夹中已有的图像</translation>
    </message>
    <message>
        <source>choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>paste; pictures can be dropped, too</source>
        <translation>粘贴；也可拖入</translation>
    </message>
    <message>
        <source>to the next material without a picture</source>
        <translation>到下一份没有图像的材料</translation>
    </message>
    <message>
        <source>read a separator sheet: what follows belongs to its material</source>
        <translation>扫分隔页：其后的页面归入该材料</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>归类</translation>
    </message>
    <message>
        <source>to the materials, to the pages</source>
        <translation>到材料，到页面</translation>
    </message>
    <message>
        <source>the chosen pages belong to this material; 0: not sorted</source>
        <translation>所选页面归入该序号的材料；0：未归类</translation>
    </message>
    <message>
        <source>to the material above or below</source>
        <translation>移到上一份或下一份材料</translation>
    </message>
    <message>
        <source>take out of the case</source>
        <translation>移出办件</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>修整</translation>
    </message>
    <message>
        <source>turn to the right, to the left</source>
        <translation>向右、向左旋转</translation>
    </message>
    <message>
        <source>straighten by the lines of text</source>
        <translation>按文字行扶正</translation>
    </message>
    <message>
        <source>cut: frame by mouse or arrows, then Enter</source>
        <translation>裁剪：用鼠标或方向键定边框，回车确定</translation>
    </message>
    <message>
        <source>stop taking in; back to the case</source>
        <translation>停止采集；返回办件</translation>
    </message>
    <message>
        <source>reminded by phone of a deferred material: record it</source>
        <translation>已电话提醒容缺补正：登记</translation>
    </message>
    <message>
        <source>legal numbers: given, voided, left</source>
        <translation>文号：已编、作废、余号</translation>
    </message>
    <message>
        <source>Legal numbers</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>open the series; in it: open the case</source>
        <translation>打开系列；在系列中打开办件</translation>
    </message>
    <message>
        <source>void a number, with a reason</source>
        <translation>作废一个文号，需写明原因</translation>
    </message>
    <message>
        <source>save the list as workbook or CSV</source>
        <translation>把清单保存为表格或 CSV</translation>
    </message>
    <message>
        <source>read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>back: to the series, to the queue</source>
        <translation>返回：系列、打印列表</translation>
    </message>
    <message>
        <source>after filing: copy card for another system</source>
        <translation>收件后：录入卡，转录到其他系统</translation>
    </message>
    <message>
        <source>copy card: type the case into another system</source>
        <translation>录入卡：把办件转录到其他系统</translation>
    </message>
    <message>
        <source>mark several; Ctrl+A: all</source>
        <translation>标记多个；Ctrl+A 全部标记</translation>
    </message>
    <message>
        <source>print one kind of paper of the marked cases, or of all shown</source>
        <translation>把标记的（或所列全部）办件的一种文书批量打印</translation>
    </message>
    <message>
        <source>while handing over: read the collector&apos;s card</source>
        <translation>发放时：读领取人的身份证</translation>
    </message>
    <message>
        <source>while handing over: sign by hand</source>
        <translation>发放时：手写签名</translation>
    </message>
    <message>
        <source>open the rating pad</source>
        <translation>打开好差评评价器</translation>
    </message>
    <message>
        <source>read the identity card of the person under the cursor; once more: over what was typed</source>
        <translation>读光标所在人员的身份证；再按一次：以身份证为准</translation>
    </message>
    <message>
        <source>sign by hand: the letter, else the paper issued last</source>
        <translation>手写签名：承诺书，或者最近出具的文书</translation>
    </message>
    <message>
        <source>open the rating pad, after filing</source>
        <translation>收件后打开好差评评价器</translation>
    </message>
    <message>
        <source>scan: a page of the glass, or the whole stack of the feeder</source>
        <translation>扫描：平板上的一页，或进纸器里的整叠</translation>
    </message>
    <message>
        <source>choose scanner, glass or feeder, colours, resolution; then scan</source>
        <translation>选择扫描仪、平板或进纸器、颜色、分辨率，然后扫描</translation>
    </message>
    <message>
        <source>Batch printing</source>
        <translation>批量打印</translation>
    </message>
    <message>
        <source>print what was never printed</source>
        <translation>打印未打过的</translation>
    </message>
    <message>
        <source>print also what was printed before, numbered, with a reason</source>
        <translation>连已打过的一起补打，编次并写明原因</translation>
    </message>
    <message>
        <source>only papers of today, or all</source>
        <translation>只打今天的文书，或全部</translation>
    </message>
    <message>
        <source>through the cases</source>
        <translation>翻看办件</translation>
    </message>
    <message>
        <source>stop; back to the list</source>
        <translation>停止；返回列表</translation>
    </message>
    <message>
        <source>sign the chosen paper by hand</source>
        <translation>手写签名：选中的文书</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中心端</translation>
    </message>
    <message>
        <source>join a hub, or another one</source>
        <translation>加入中心端，或改换中心端</translation>
    </message>
    <message>
        <source>close the form</source>
        <translation>收起表单</translation>
    </message>
    <message>
        <source>look it up: shared data, e-licence</source>
        <translation>查询：数据共享、电子证照</translation>
    </message>
    <message>
        <source>try now, compare receipts now</source>
        <translation>立即重试，立即核对回执</translation>
    </message>
    <message>
        <source>other list</source>
        <translation>切换列表</translation>
    </message>
    <message>
        <source>close this case: the one that is warned of stands for both</source>
        <translation>关闭本件，并入所提示的在先办件</translation>
    </message>
    <message>
        <source>give the marked cases, or the chosen one, to another window</source>
        <translation>把标记的（或选中的）办件转给其他窗口</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>实况</translation>
    </message>
    <message>
        <source>windows, what turns next</source>
        <translation>各窗口、即将到点</translation>
    </message>
    <message>
        <source>look now; it looks by itself every few seconds</source>
        <translation>立即刷新；平时每几秒自动刷新</translation>
    </message>
    <message>
        <source>contradictions of the hall, side by side</source>
        <translation>大厅的矛盾操作，并排对照</translation>
    </message>
    <message>
        <source>on a whole screen for the wall, without person data; once more, or Esc there, ends it</source>
        <translation>全屏上墙，不含个人信息；再按一次或在大屏上按 Esc 结束</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>矛盾</translation>
    </message>
    <message>
        <source>it stays as it counts now, or the other counts; then why, and Enter</source>
        <translation>维持现状，或以另一方为准；再写理由并回车</translation>
    </message>
    <message>
        <source>back: to the list, to the board</source>
        <translation>返回：到列表、到实况</translation>
    </message>
    <message>
        <source>acts of supervision, or the others; their keys work at any time</source>
        <translation>督察操作一览，或其他操作；按键随时有效</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>day, week, month, year</source>
        <translation>日、周、月、年</translation>
    </message>
    <message>
        <source>the days before, after</source>
        <translation>前一期、后一期</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>choose a figure</source>
        <translation>选择指标</translation>
    </message>
    <message>
        <source>the cases behind it; in the list: open the case</source>
        <translation>对应办件；在列表中打开办件</translation>
    </message>
    <message>
        <source>what the figures mean</source>
        <translation>指标含义</translation>
    </message>
    <message>
        <source>count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>print the report</source>
        <translation>打印报表</translation>
    </message>
    <message>
        <source>save it as PDF, workbook or CSV</source>
        <translation>保存为 PDF、工作簿或 CSV</translation>
    </message>
    <message>
        <source>stop counting; back to the charts</source>
        <translation>停止统计；返回图表</translation>
    </message>
    <message>
        <source>from one day to another: type them, then Enter</source>
        <translation>按起止日期：输入两个日期后回车</translation>
    </message>
    <message>
        <source>whose work: the hall, all halls, a window, clerk, matter or department</source>
        <translation>统计范围：本大厅、全部大厅、窗口、人员、事项或部门</translation>
    </message>
    <message>
        <source>make a recovery code for safety copies, put it away</source>
        <translation>新建备份的恢复码，收起恢复码</translation>
    </message>
    <message>
        <source>make a safety copy now</source>
        <translation>立即备份</translation>
    </message>
</context>
<context>
    <name>printwords</name>
    <message>
        <source>Printer %1 holds the job. Release it in the system&apos;s print queue, or print on another printer.</source>
        <translation>打印机 %1 保留了任务。请在系统的打印队列里放行，或者换一台打印机。</translation>
    </message>
    <message>
        <source>Printer %1 has stopped. Look at it; the job goes on by itself.</source>
        <translation>打印机 %1 已停止。请查看打印机，恢复后自动继续打印。</translation>
    </message>
    <message>
        <source>Printer %1: %2. %3</source>
        <translation>打印机 %1：%2。%3</translation>
    </message>
    <message>
        <source>Printer %1, job %2</source>
        <translation>打印机 %1，任务 %2</translation>
    </message>
    <message>
        <source>%1: the print service no longer knows it. Is the paper there? Enter, or R to print again.</source>
        <translation>%1：打印服务已没有这个任务。纸在手里按回车，不在按 R 再打印。</translation>
    </message>
    <message>
        <source>%1: the print service does not answer. Is the paper there? Enter, or R to print again.</source>
        <translation>%1：打印服务没有应答。纸在手里按回车，不在按 R 再打印。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 no. %2</source>
        <translation>%1（第%2份）</translation>
    </message>
    <message>
        <source>%1, copy %2</source>
        <translation>%1，补打第%2次</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>已要求</translation>
    </message>
    <message>
        <source>waits for you</source>
        <translation>等待处理</translation>
    </message>
    <message>
        <source>at the printer</source>
        <translation>打印中</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>已到手</translation>
    </message>
    <message>
        <source>It is not known yet whether it reached the printer. Is the paper there? Enter, or R to print again.</source>
        <translation>尚不知道是否送到打印机。纸在手里按回车，不在按 R 再打印。</translation>
    </message>
    <message>
        <source>Printer %1 has printed it. Enter: the paper is in hand.</source>
        <translation>打印机 %1 已打印。按回车确认到手。</translation>
    </message>
    <message>
        <source>The citizen lost it</source>
        <translation>申请人遗失</translation>
    </message>
    <message>
        <source>Printer trouble</source>
        <translation>打印机故障</translation>
    </message>
    <message>
        <source>Printed badly</source>
        <translation>打印不清</translation>
    </message>
    <message>
        <source>One more is needed</source>
        <translation>需要多一份</translation>
    </message>
    <message>
        <source>Something was corrected</source>
        <translation>内容有更正</translation>
    </message>
    <message>
        <source>It did not come out: %1. R prints it again, here or on another printer.</source>
        <translation>没有打印出来：%1。按 R 再打印，可换打印机。</translation>
    </message>
    <message>
        <source>%1. Page Printing prints it again, also on another printer; or save it as PDF.</source>
        <translation>%1。请到“打印”页再打印，可换打印机；也可存为 PDF。</translation>
    </message>
</context>
<context>
    <name>scanwords</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The file is empty. Take the picture again.</source>
        <translation>文件是空的，请重新采集。</translation>
    </message>
    <message>
        <source>The picture has more than 60 million dots. Take it with 300 dpi.</source>
        <translation>图像超过 6000 万像素，请以 300 dpi 重新采集。</translation>
    </message>
    <message>
        <source>The picture ends in the middle. If it was still being written, take it again.</source>
        <translation>图像不完整。若当时仍在写入，请重新采集。</translation>
    </message>
    <message>
        <source>The picture cannot be read. Take it again.</source>
        <translation>图像无法读取，请重新采集。</translation>
    </message>
    <message>
        <source>too coarse</source>
        <translation>分辨率过低</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>过暗</translation>
    </message>
    <message>
        <source>too pale</source>
        <translation>过淡</translation>
    </message>
    <message>
        <source>empty page?</source>
        <translation>空白页？</translation>
    </message>
    <message>
        <source>Taken, but its file could not be removed from the camera&apos;s folder. Remove it by hand.</source>
        <translation>已采集，但未能从高拍仪文件夹删除原文件，请手工删除。</translation>
    </message>
    <message>
        <source>Taken, but look at it: %1</source>
        <translation>已采集，但请查看：%1</translation>
    </message>
    <message>
        <source>Separator sheet: what follows belongs to “%1”.</source>
        <translation>分隔页：其后的页面归入“%1”。</translation>
    </message>
    <message>
        <source>The separator sheet names a material that this case does not ask for. What follows is to be sorted by hand.</source>
        <translation>分隔页上的材料不是本办件所需，其后的页面请手工归类。</translation>
    </message>
    <message>
        <source>This belongs to another case, %1, and was not taken.</source>
        <translation>这属于另一办件 %1，未采集。</translation>
    </message>
    <message>
        <source>%1, page %2: %3</source>
        <translation>%1，第%2页：%3</translation>
    </message>
    <message>
        <source>The file is too large: a picture may have 40 MB, a file of pages 400 MB. Take it with 300 dpi.</source>
        <translation>文件太大：图片不超过40 MB，多页文件不超过400 MB。请用300 dpi重新扫描。</translation>
    </message>
    <message>
        <source>This is no JPEG, PNG, PDF, TIFF or HEIC, whatever its name says.</source>
        <translation>不论文件名怎么写，这不是JPEG、PNG、PDF、TIFF或HEIC文件。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已经不在了。</translation>
    </message>
    <message>
        <source>This is a link, a folder or a device. Choose the file itself.</source>
        <translation>这是链接、文件夹或设备，请选择文件本身。</translation>
    </message>
    <message>
        <source>The file asks for a password. Let its owner open it and save it without one, or print it.</source>
        <translation>文件有密码。请由持有人打开后另存为不带密码的文件，或打印出来扫描。</translation>
    </message>
    <message>
        <source>The file has no page or more than 500. Save the pages that are needed as a file of their own.</source>
        <translation>文件没有页面或超过500页。请把需要的页另存为一个文件。</translation>
    </message>
    <message>
        <source>The page is larger than two metres. Save it as A3 or smaller.</source>
        <translation>页面大于两米。请按A3或更小的纸张另存。</translation>
    </message>
    <message>
        <source>The page took too long and was stopped. Print it and scan the paper.</source>
        <translation>这一页处理时间过长，已停止。请打印出来再扫描。</translation>
    </message>
    <message>
        <source>The page needs more memory than a page may. Print it and scan the paper.</source>
        <translation>这一页需要的内存超出限度。请打印出来再扫描。</translation>
    </message>
    <message>
        <source>Too many pages of this file could not be read; this one and those behind it were not tried. Print the file and scan the paper.</source>
        <translation>这个文件有多页无法读取，本页及以后各页没有再试。请打印出来再扫描。</translation>
    </message>
    <message>
        <source>The program that reads PDF, TIFF and HEIC is missing on this PC. Tell your technician: yichuang-pages.</source>
        <translation>本机缺少读取PDF、TIFF、HEIC的程序。请告诉技术人员：yichuang-pages。</translation>
    </message>
    <message>
        <source>The camera folder is not there</source>
        <translation>高拍仪文件夹不存在</translation>
    </message>
    <message numerus="yes">
        <source>Camera folder: %n earlier picture(s), F9 takes them</source>
        <translation>
            <numerusform>高拍仪文件夹：有%n张之前的图片，按F9取入</numerusform>
        </translation>
    </message>
    <message>
        <source>No camera folder is set up</source>
        <translation>没有设置高拍仪文件夹</translation>
    </message>
    <message>
        <source>Feeder, both sides</source>
        <translation>进纸器双面</translation>
    </message>
    <message>
        <source>Feeder, back sides</source>
        <translation>进纸器背面</translation>
    </message>
    <message>
        <source>Feeder</source>
        <translation>进纸器</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>平板</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>黑白</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned.</source>
        <translation>
            <numerusform>已扫描%n页。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no paper in the feeder.</source>
        <translation>进纸器里没有纸。</translation>
    </message>
    <message>
        <source>The paper is jammed, behind page %1.</source>
        <translation>卡纸了，已扫描到第%1页。</translation>
    </message>
    <message>
        <source>The cover of the scanner is open.</source>
        <translation>扫描仪的盖子没有关。</translation>
    </message>
    <message>
        <source>Somebody else is using the scanner.</source>
        <translation>扫描仪正被占用。</translation>
    </message>
    <message>
        <source>The scanner cannot be reached any more.</source>
        <translation>连不上扫描仪了。</translation>
    </message>
    <message>
        <source>This user may not use the scanner.</source>
        <translation>当前用户没有使用扫描仪的权限。</translation>
    </message>
    <message>
        <source>The scanner has no memory for such a page.</source>
        <translation>扫描仪内存不足，扫不了这样的页面。</translation>
    </message>
    <message>
        <source>The scanner does not answer.</source>
        <translation>扫描仪没有反应。</translation>
    </message>
    <message>
        <source>This PC has no place in memory for the pages, so nothing was scanned.</source>
        <translation>本机内存中没有存放页面的位置，没有扫描。</translation>
    </message>
    <message>
        <source>The scanner gave no page.</source>
        <translation>扫描仪没有给出页面。</translation>
    </message>
    <message>
        <source>The pages up to %1 are here; put only the others in.</source>
        <translation>前%1页已经收到，只放其余的纸。</translation>
    </message>
    <message>
        <source>Put the stack in until it is felt, then F8. For the glass: Shift+F8.</source>
        <translation>请把纸放到底，再按F8。用平板请按Shift+F8。</translation>
    </message>
    <message>
        <source>Open the scanner, draw the sheet out, close it, then F8.</source>
        <translation>请打开扫描仪，取出卡住的纸，关好后按F8。</translation>
    </message>
    <message>
        <source>Close it, then F8.</source>
        <translation>请关好盖子，再按F8。</translation>
    </message>
    <message>
        <source>Wait until it is free, then F8.</source>
        <translation>请等空闲后再按F8。</translation>
    </message>
    <message>
        <source>Look whether it is switched on and its cable is in, then F8. It is looked for again.</source>
        <translation>请检查电源和连接线，再按F8。正在重新查找。</translation>
    </message>
    <message>
        <source>Tell your technician: the user must be in the group “scanner”.</source>
        <translation>请告诉技术人员：用户须加入scanner组。</translation>
    </message>
    <message>
        <source>Take a lower resolution (Shift+F8).</source>
        <translation>请降低分辨率（Shift+F8）。</translation>
    </message>
    <message>
        <source>Tell your technician: /dev/shm must be a tmpfs.</source>
        <translation>请告诉技术人员：/dev/shm须为tmpfs。</translation>
    </message>
    <message>
        <source>Look at the scanner, then F8.</source>
        <translation>请查看扫描仪，再按F8。</translation>
    </message>
    <message>
        <source>Camera folder is watched</source>
        <translation>正在监视高拍仪文件夹</translation>
    </message>
    <message>
        <source>Stopped before the first page.</source>
        <translation>已停止，没有扫描到页面。</translation>
    </message>
</context>
<context>
    <name>staffwords</name>
    <message>
        <source>Name or password is not right.</source>
        <translation>用户名或密码不正确。</translation>
    </message>
    <message>
        <source>Locked until %1: too many wrong passwords.</source>
        <translation>密码多次输错，已锁定至 %1。</translation>
    </message>
    <message>
        <source>The hub must confirm this account again: that was longer than seven days ago.</source>
        <translation>距上次经中心端确认已超过七天，须再次联网确认。</translation>
    </message>
    <message>
        <source>This account was changed at the hub. It must be asked once more.</source>
        <translation>中心端的账号信息已变更，须联网重新登录。</translation>
    </message>
    <message>
        <source>This account was closed.</source>
        <translation>该账号已停用。</translation>
    </message>
    <message>
        <source>Nobody of this name has signed in at this window before.</source>
        <translation>该用户未在本窗口登录过。</translation>
    </message>
    <message>
        <source>The PIN is not right.</source>
        <translation>PIN 码不正确。</translation>
    </message>
    <message>
        <source>Too many wrong PINs: the password is wanted now.</source>
        <translation>PIN 码多次输错，请输入密码。</translation>
    </message>
    <message>
        <source>This account belongs to another hall, or has no post at windows.</source>
        <translation>该账号不属于本大厅，或没有窗口岗位。</translation>
    </message>
    <message>
        <source>This was a password for one time. Choose your own now.</source>
        <translation>这是一次性密码，请设置自己的密码。</translation>
    </message>
    <message>
        <source>The hub did not take the sign-in.</source>
        <translation>中心端未受理本次登录。</translation>
    </message>
    <message>
        <source>The sign-in could not be written down on this PC.</source>
        <translation>登录信息无法写入本机。</translation>
    </message>
    <message>
        <source>After five wrong ones in a row it is locked for a quarter of an hour.</source>
        <translation>连续输错五次将锁定 15 分钟。</translation>
    </message>
    <message>
        <source>Wait until then, or have the security administrator give you a new password.</source>
        <translation>请届时再试，或请安全管理员重置密码。</translation>
    </message>
    <message>
        <source>The hub does not answer. See that the network cable is in, then sign in again.</source>
        <translation>中心端没有应答。请检查网线后重新登录。</translation>
    </message>
    <message>
        <source>Sign in again while the hub can be reached.</source>
        <translation>请在能连接中心端时重新登录。</translation>
    </message>
    <message>
        <source>The first time wants the hub, and it does not answer. See that the network cable is in.</source>
        <translation>首次登录须联网，而中心端没有应答。请检查网线。</translation>
    </message>
    <message>
        <source>Check the name; the first time wants the hub.</source>
        <translation>请核对用户名；首次登录须联网。</translation>
    </message>
    <message>
        <source>Ask the security administrator at the hub.</source>
        <translation>请联系中心端的安全管理员。</translation>
    </message>
    <message>
        <source>Ask the security administrator which account is yours.</source>
        <translation>请向安全管理员核实您的账号。</translation>
    </message>
    <message>
        <source>12 characters or more. Type it twice, then Enter.</source>
        <translation>至少 12 个字符，输入两次后按 Enter。</translation>
    </message>
    <message>
        <source>For your technician: %1</source>
        <translation>供技术人员参考：%1</translation>
    </message>
    <message>
        <source>A PIN has 6 to 12 digits.</source>
        <translation>PIN 码须为 6 至 12 位数字。</translation>
    </message>
    <message>
        <source>This PIN is too easily guessed: not all the same, no run.</source>
        <translation>PIN 码过于简单：不能全部相同，也不能是连续数字。</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>综合窗口</translation>
    </message>
    <message>
        <source>issuance clerk</source>
        <translation>发证窗口</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>Tries left before it is locked for a quarter of an hour: %1</source>
        <translation>还可以试 %1 次，之后锁定 15 分钟。</translation>
    </message>
    <message>
        <source>Tries left before the password is wanted: %1</source>
        <translation>还可以试 %1 次，之后须输入密码。</translation>
    </message>
    <message>
        <source>The key of this window was changed; this password does not open it any more.</source>
        <translation>本窗口的密钥已更换，此密码不能再打开本窗口。</translation>
    </message>
    <message>
        <source>The list of who works here is gone from this PC.</source>
        <translation>本机的人员名单不见了。</translation>
    </message>
    <message>
        <source>Somebody put back an older list of who works here.</source>
        <translation>本机的人员名单被换回了旧的一份。</translation>
    </message>
    <message>
        <source>The list of who works here was changed by something else than this program.</source>
        <translation>本机的人员名单被本程序以外的途径改动过。</translation>
    </message>
    <message>
        <source>Somebody whose password opens it starts the window. Then sign in once while the hub can be reached.</source>
        <translation>请由密码能打开本窗口的同事先启动，您再在能连接中心端时登录一次。</translation>
    </message>
    <message>
        <source>Everybody signs in at the hub once; until then nobody is let in without it. Tell your technician.</source>
        <translation>每个人须在能连接中心端时登录一次，此前不能离线登录。请告知技术人员。</translation>
    </message>
    <message>
        <source>The post of this account does not have this either.</source>
        <translation>该账号的岗位也没有此项权限。</translation>
    </message>
    <message>
        <source>Somebody whose post has it must allow it.</source>
        <translation>须由有此岗位权限的人许可。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1（当事人：%2）</translation>
    </message>
    <message>
        <source>Only the catalogue rows of “%1” are known. Choose a matter that is worked out, or hand out its list of items.</source>
        <translation>“%1”只有目录，申请材料还没有编入指南。请选择已编好的一件事，或告知申请人联办事项清单。</translation>
    </message>
    <message>
        <source>This case is open already. Go on with it.</source>
        <translation>这个办件已经打开，请继续办理。</translation>
    </message>
    <message>
        <source>There is no such case at this window. Check the number, or start a new case.</source>
        <translation>本窗口没有这个办件。请核对编号，或新建办件。</translation>
    </message>
    <message>
        <source>This case is closed, nothing can be changed any more. Start a new case if need be.</source>
        <translation>这个办件已经结束，不能再改。如有需要，请新建办件。</translation>
    </message>
    <message>
        <source>The guide does not ask this. Leave the case with Esc and open it again.</source>
        <translation>指南里没有这个问题。请按 Esc 离开，再重新打开办件。</translation>
    </message>
    <message>
        <source>This does not answer “%1”. Choose one of the numbered answers or type a number.</source>
        <translation>这不是“%1”的有效回答。请按数字选择，或输入数值。</translation>
    </message>
    <message>
        <source>The guide has no such item. Leave the case with Esc and open it again.</source>
        <translation>指南里没有这个事项。请按 Esc 离开，再重新打开办件。</translation>
    </message>
    <message>
        <source>“%1” does not apply by the answers. Change the answers with F2 if they are wrong.</source>
        <translation>按情形不需要办理“%1”。如果情形有误，请按 F2 修改。</translation>
    </message>
    <message>
        <source>Only one of the two: drop “%1” first, then keep this one.</source>
        <translation>两个事项只能办一个：请先取消“%1”，再选这一个。</translation>
    </message>
    <message>
        <source>There is no such way to handle it. Choose one of the numbered ways.</source>
        <translation>没有这种办理方式。请按数字选择。</translation>
    </message>
    <message>
        <source>This is not asked for any more. Leave the field, the form shows what is needed.</source>
        <translation>这一项已不需要填写。请离开此栏，表单会列出需要的内容。</translation>
    </message>
    <message>
        <source>This material is not asked for in this case. Choose one of the list.</source>
        <translation>本办件不需要这份材料。请从清单中选择。</translation>
    </message>
    <message>
        <source>Nobody shares “%1” with us. Look at the original (1) or mark it missing (7).</source>
        <translation>“%1”不能通过共享获取。请核验原件（1），或标为缺少（7）。</translation>
    </message>
    <message>
        <source>Exempt only with proof: enter the number of the licence or of the look-up.</source>
        <translation>免提交要有凭据：请填写电子证照编号或查询编号。</translation>
    </message>
    <message>
        <source>The guide does not allow “%1” to be brought later. Mark it missing (7).</source>
        <translation>指南不允许“%1”容缺后补。请标为缺少（7）。</translation>
    </message>
    <message>
        <source>The guide does not allow a commitment instead of “%1”. Mark it missing (7).</source>
        <translation>指南不允许“%1”以告知承诺代替。请标为缺少（7）。</translation>
    </message>
    <message>
        <source>Enter the day by which it will be brought.</source>
        <translation>请填写补齐日期。</translation>
    </message>
    <message>
        <source>That day is over. Enter today or a later day.</source>
        <translation>这一天已经过去。请填写今天或以后的日期。</translation>
    </message>
    <message>
        <source>That is too late, the last possible day is %1.</source>
        <translation>日期太晚，最迟为 %1。</translation>
    </message>
    <message>
        <source>Say what is wrong: choose a checkpoint by its number or write the reason.</source>
        <translation>请说明哪里不符合：按数字选择审查要点，或写明原因。</translation>
    </message>
    <message>
        <source>This material has no such checkpoint. Choose one of the numbered ones.</source>
        <translation>这份材料没有这个审查要点。请按数字选择。</translation>
    </message>
    <message>
        <source>No item is chosen. Keep at least one (F3, Space).</source>
        <translation>还没有选择事项。请至少选一个（F3，空格）。</translation>
    </message>
    <message>
        <source>Still to answer: %1</source>
        <translation>待回答：%1</translation>
    </message>
    <message>
        <source>Still to choose: the way to handle “%1”.</source>
        <translation>待选择：“%1”的办理方式。</translation>
    </message>
    <message>
        <source>Still to fill in: %1</source>
        <translation>待填写：%1</translation>
    </message>
    <message>
        <source>To be corrected: %1</source>
        <translation>待更正：%1</translation>
    </message>
    <message>
        <source>Still to check: %1</source>
        <translation>待核验：%1</translation>
    </message>
    <message>
        <source>Not in order: %1. Correct it here, or issue the one-time notice (F8).</source>
        <translation>不符合要求：%1。请当场更正，或出具一次性告知书（F8）。</translation>
    </message>
    <message>
        <source>Everything is in order, there is nothing to tell. File the case (F9).</source>
        <translation>材料齐全，没有需要告知的内容。请收件（F9）。</translation>
    </message>
    <message>
        <source>This paper was not issued yet. Issue the notice (F8) or file (F9) first.</source>
        <translation>这份文书还没有出具。请先出具告知书（F8）或收件（F9）。</translation>
    </message>
    <message>
        <source>This print is not known. Print the paper again with Ctrl+P.</source>
        <translation>没有这次打印的记录。请按 Ctrl+P 重新打印。</translation>
    </message>
    <message>
        <source>This is not a case number of ours. Check it character by character, or scan the code.</source>
        <translation>这不是本系统的办件编号。请逐位核对，或扫描二维码。</translation>
    </message>
    <message>
        <source>Not saved: the disk is full or cannot be written. Make room on it, then do this once more.</source>
        <translation>没有保存：磁盘已满或不能写入。请清出空间，再操作一次。</translation>
    </message>
    <message>
        <source>Stored data is damaged. Do not go on with this case, call whoever looks after this PC.</source>
        <translation>保存的数据已损坏。请不要继续办理这个办件，并联系本机管理员。</translation>
    </message>
    <message>
        <source>The key of this profile is missing or does not fit. Unlock it, or call whoever looks after this PC.</source>
        <translation>本机密钥缺失或不匹配。请解锁密钥，或联系本机管理员。</translation>
    </message>
    <message>
        <source>A guide or form file is not right. Ask whoever looks after this PC to install it again.</source>
        <translation>指南或文书模板文件有误。请联系本机管理员重新安装。</translation>
    </message>
    <message>
        <source>The settings of this window are not right. Correct the place named below in hall.ini, then start again.</source>
        <translation>本窗口的设置有误。请在 hall.ini 中改正下面指出的地方，再重新启动。</translation>
    </message>
    <message>
        <source>The printer did not take the paper. Check power, paper and cable, then print again with Ctrl+P.</source>
        <translation>打印机没有接受文书。请检查电源、纸张和连线，再按 Ctrl+P 打印。</translation>
    </message>
    <message>
        <source>Another window of this program is using the data. Close it, then do this once more.</source>
        <translation>本程序的另一个窗口正在使用数据。请关闭它，再操作一次。</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>Not of the right form. Compare it with the document.</source>
        <translation>格式不对，请与证件核对。</translation>
    </message>
    <message>
        <source>Check digit does not fit: a digit is wrong or two are swapped.</source>
        <translation>校验位不符：有数字输错或前后颠倒。</translation>
    </message>
    <message>
        <source>There is no such day. Write it like 2026-01-31.</source>
        <translation>没有这一天。请按 2026-01-31 的格式填写。</translation>
    </message>
    <message>
        <source>This day is still to come. Check the year.</source>
        <translation>这一天还没有到，请检查年份。</translation>
    </message>
    <message>
        <source>Choose one of the answers of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>Original seen</source>
        <translation>已核原件</translation>
    </message>
    <message>
        <source>Copy kept</source>
        <translation>留存复印件</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>免提交</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>告知承诺</translation>
    </message>
    <message>
        <source>Not conforming</source>
        <translation>不符合要求</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>核验中</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <translation>未收件关闭</translation>
    </message>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知书</translation>
    </message>
    <message>
        <source>Filing receipt</source>
        <translation>收件回执</translation>
    </message>
    <message>
        <source>official</source>
        <translation>官方发布</translation>
    </message>
    <message>
        <source>confidence high</source>
        <translation>把握较高</translation>
    </message>
    <message>
        <source>confidence medium</source>
        <translation>把握一般</translation>
    </message>
    <message>
        <source>confidence low</source>
        <translation>把握较低</translation>
    </message>
    <message>
        <source>original, shown</source>
        <translation>原件，核验后退还</translation>
    </message>
    <message>
        <source>original, kept</source>
        <translation>原件，留存</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复印件</translation>
    </message>
    <message>
        <source>form, to sign</source>
        <translation>表格，签字</translation>
    </message>
    <message>
        <source>electronic</source>
        <translation>电子材料</translation>
    </message>
    <message>
        <source>Shared data</source>
        <translation>数据共享</translation>
    </message>
    <message>
        <source>E-licence</source>
        <translation>电子证照</translation>
    </message>
    <message>
        <source>Already held</source>
        <translation>已有材料</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>The applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>The person concerned</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>The other party</source>
        <translation>对方当事人</translation>
    </message>
    <message>
        <source>The agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>The enterprise</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>The matter</source>
        <translation>事项信息</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>即办</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>This comes after filing. File the case first (F9).</source>
        <translation>收件后才能进行。请先收件（F9）。</translation>
    </message>
    <message>
        <source>This case is archived, nothing changes any more.</source>
        <translation>本办件已归档，不再变更。</translation>
    </message>
    <message>
        <source>This was done already; the time line says when.</source>
        <translation>此步骤已完成，时间见办件经过。</translation>
    </message>
    <message>
        <source>Complete the scans first: the departments work with them.</source>
        <translation>请先完成材料扫描，各联办部门据此办理。</translation>
    </message>
    <message>
        <source>Enter who receives it.</source>
        <translation>请填写接收人。</translation>
    </message>
    <message>
        <source>The department has not received “%1” yet. Push the case first.</source>
        <translation>“%1”尚未推送至联办部门，请先推送。</translation>
    </message>
    <message>
        <source>“%1” is not accepted yet.</source>
        <translation>“%1”尚未受理。</translation>
    </message>
    <message>
        <source>“%1” is accepted already.</source>
        <translation>“%1”已受理。</translation>
    </message>
    <message>
        <source>“%1” has ended; what was decided stands.</source>
        <translation>“%1”已结束，结论不再变更。</translation>
    </message>
    <message>
        <source>Not finished yet: %1</source>
        <translation>尚未办结：%1</translation>
    </message>
    <message>
        <source>The clock of “%1” is paused. Resume it when the special step is over.</source>
        <translation>“%1”正在特别环节，计时已暂停；环节结束后请先恢复计时。</translation>
    </message>
    <message>
        <source>The clock of “%1” is running, there is nothing to resume.</source>
        <translation>“%1”正常计时中，无需恢复。</translation>
    </message>
    <message>
        <source>“%1” is no special step of this item: the guide and the law name those that stop the clock.</source>
        <translation>“%1”不是本事项的特别环节；可暂停计时的环节以指南和法律规定为准。</translation>
    </message>
    <message>
        <source>“%1” waits for no other item. Decide it.</source>
        <translation>“%1”没有待出结果的前置事项，请直接作出决定。</translation>
    </message>
    <message>
        <source>There is no such joint review in this case. Choose one of the list.</source>
        <translation>本办件没有该次联合评审（勘验、验收），请从列表中选择。</translation>
    </message>
    <message>
        <source>“%1” was not deferred, nothing is to be brought later.</source>
        <translation>“%1”不是容缺材料，无需补交。</translation>
    </message>
    <message>
        <source>“%1” was promised for later and has not come. Take it in first.</source>
        <translation>容缺材料“%1”尚未补齐，请先收取。</translation>
    </message>
    <message>
        <source>“%1” came too late: the promise has lapsed. A new application is needed.</source>
        <translation>“%1”逾期未补交，容缺已失效，需重新申请。</translation>
    </message>
    <message>
        <source>There is time until %1.</source>
        <translation>补交期限至%1，尚未逾期。</translation>
    </message>
    <message>
        <source>“%1” belongs to items that go on; the lead department keeps it.</source>
        <translation>“%1”仍用于其他事项，由牵头部门留存，不能退还。</translation>
    </message>
    <message>
        <source>“%1” must be decided first. Until then, pre-review.</source>
        <translation>须待前置事项“%1”出具结果；此前可先行容缺预审。</translation>
    </message>
    <message>
        <source>“%1”, which this item needs, came to nothing. It can only be denied.</source>
        <translation>前置事项“%1”未获通过，本事项只能不予批准。</translation>
    </message>
    <message>
        <source>This is no e-licence identifier (GB/T 36904). Check it character by character: %1</source>
        <translation>电子证照标识不正确（GB/T 36904），请逐位核对：%1</translation>
    </message>
    <message>
        <source>“%1” has no result yet.</source>
        <translation>“%1”尚无办理结果。</translation>
    </message>
    <message>
        <source>The result of “%1” has not arrived at the issuance window. Record its arrival first.</source>
        <translation>“%1”的结果尚未到达发证窗口，请先登记到件。</translation>
    </message>
    <message>
        <source>“%1” was handed over already.</source>
        <translation>“%1”的结果已送达。</translation>
    </message>
    <message>
        <source>“%1” was not handed over yet.</source>
        <translation>“%1”的结果尚未送达。</translation>
    </message>
    <message>
        <source>The department has no proof of delivery of “%1” yet. Send it first.</source>
        <translation>“%1”的送达凭证尚未移交联办部门，请先移交。</translation>
    </message>
    <message>
        <source>“%1” is a result on paper. Choose the window or a courier.</source>
        <translation>“%1”为纸质结果，请选择窗口领取或邮寄。</translation>
    </message>
    <message>
        <source>Let the collector sign the delivery record first, then tick “signed”.</source>
        <translation>请领取人先在送达回证上签名，再勾选“已签收”。</translation>
    </message>
    <message>
        <source>Enter who takes the result.</source>
        <translation>请填写领取人。</translation>
    </message>
    <message>
        <source>Enter what the collector is to the applicant.</source>
        <translation>请填写领取人与申请人的关系。</translation>
    </message>
    <message>
        <source>Enter the number of the parcel.</source>
        <translation>请填写邮寄单号。</translation>
    </message>
    <message>
        <source>Enter the address to send it to.</source>
        <translation>请填写邮寄地址。</translation>
    </message>
    <message>
        <source>This case was opened with a version of the guides that is not on this PC. The case is kept; ask whoever looks after this PC to import that version.</source>
        <translation>本办件按某一版指南开办，本机没有这一版。办件已保留；请联系本机管理人员导入该版指南。</translation>
    </message>
    <message>
        <source>To be accepted</source>
        <translation>待受理</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>已逾期退件</translation>
    </message>
    <message>
        <source>at the window</source>
        <translation>窗口领取</translation>
    </message>
    <message>
        <source>by courier</source>
        <translation>快递送达</translation>
    </message>
    <message>
        <source>electronically</source>
        <translation>电子送达</translation>
    </message>
    <message>
        <source>at a terminal</source>
        <translation>自助机领取</translation>
    </message>
    <message>
        <source>acceptance</source>
        <translation>受理事宜</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>不予受理事宜</translation>
    </message>
    <message>
        <source>what is to be brought</source>
        <translation>补交材料</translation>
    </message>
    <message>
        <source>the result</source>
        <translation>领取结果</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>其他事宜</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>by message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>当面</translation>
    </message>
    <message>
        <source>by letter</source>
        <translation>书面</translation>
    </message>
    <message>
        <source>joint assessment</source>
        <translation>联合评审</translation>
    </message>
    <message>
        <source>joint inspection</source>
        <translation>联合勘验</translation>
    </message>
    <message>
        <source>joint final inspection</source>
        <translation>联合验收</translation>
    </message>
    <message>
        <source>Push to the departments</source>
        <translation>推送各部门</translation>
    </message>
    <message>
        <source>Look at the online application</source>
        <translation>线上申请审查</translation>
    </message>
    <message>
        <source>Accept or refuse</source>
        <translation>受理或不予受理</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>Limit of the law</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>Promise of the whole matter</source>
        <translation>“一件事”承诺时限</translation>
    </message>
    <message>
        <source>all results together, %1</source>
        <translation>统一领取，%1</translation>
    </message>
    <message>
        <source>each result when it is there, %1</source>
        <translation>分别领取，%1</translation>
    </message>
    <message>
        <source>Finish the intake</source>
        <translation>完成收件</translation>
    </message>
    <message>
        <source>Scan what was brought</source>
        <translation>扫描材料</translation>
    </message>
    <message>
        <source>Hand the papers over</source>
        <translation>移交纸质材料</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>作出决定</translation>
    </message>
    <message>
        <source>Supply what was deferred</source>
        <translation>容缺补正</translation>
    </message>
    <message>
        <source>Hold the joint review</source>
        <translation>联合评审踏勘</translation>
    </message>
    <message>
        <source>Tell of the acceptance</source>
        <translation>告知受理</translation>
    </message>
    <message>
        <source>Tell of the refusal</source>
        <translation>告知不予受理</translation>
    </message>
    <message>
        <source>Tell that it can be collected</source>
        <translation>通知领取</translation>
    </message>
    <message>
        <source>Receive the result</source>
        <translation>接收办理结果</translation>
    </message>
    <message>
        <source>Hand the result over</source>
        <translation>送达办理结果</translation>
    </message>
    <message>
        <source>Send the proof of delivery</source>
        <translation>推送送达凭证</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>时限内</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Application form</source>
        <translation>申请表</translation>
    </message>
    <message>
        <source>Cover sheet</source>
        <translation>材料袋封面</translation>
    </message>
    <message>
        <source>Letter of deferral</source>
        <translation>容缺受理承诺书</translation>
    </message>
    <message>
        <source>Letter of commitment</source>
        <translation>告知承诺书</translation>
    </message>
    <message>
        <source>Handover sheet</source>
        <translation>材料移交单</translation>
    </message>
    <message>
        <source>Acceptance notice</source>
        <translation>受理通知书</translation>
    </message>
    <message>
        <source>Refusal decision</source>
        <translation>不予受理决定书</translation>
    </message>
    <message>
        <source>Receipt for what was supplied</source>
        <translation>补正材料收件凭证</translation>
    </message>
    <message>
        <source>Return slip</source>
        <translation>撤回退件单</translation>
    </message>
    <message>
        <source>Collection notice</source>
        <translation>领证通知</translation>
    </message>
    <message>
        <source>Delivery record</source>
        <translation>送达回证</translation>
    </message>
    <message>
        <source>Remind of what is to be brought</source>
        <translation>提醒补交容缺材料</translation>
    </message>
    <message>
        <source>End the deferral</source>
        <translation>终止容缺（逾期未补）</translation>
    </message>
    <message>
        <source>Give papers back</source>
        <translation>退还材料</translation>
    </message>
    <message>
        <source>Nothing is deferred or committed, so there is no letter to sign.</source>
        <translation>没有容缺或者告知承诺的材料，不需要签承诺书。</translation>
    </message>
    <message>
        <source>%1 is to be printed (F9), read out and signed before filing.</source>
        <translation>收件前须打印%1（F9），当面告知后由申请人签名。</translation>
    </message>
    <message>
        <source>Read out what follows, let the applicant sign %1, then press F11.</source>
        <translation>请当面告知后果，请申请人在%1上签名，然后按 F11。</translation>
    </message>
    <message>
        <source>Read out the consequences before the applicant signs.</source>
        <translation>签名前请先当面告知后果。</translation>
    </message>
    <message>
        <source>The applicant is on the list of those who broke a promise: nothing can be brought later or promised. Mark “%1” missing (7) and hand out the one-time notice.</source>
        <translation>申请人在失信人员名单上，不适用容缺受理和告知承诺。请将“%1”标为未提交（7），并出具一次性告知书。</translation>
    </message>
    <message>
        <source>The clock of this PC may be wrong by %1 minutes. Set it right, or press Ctrl+F12 when it is right; then do this once more.</source>
        <translation>本机时间可能有误，相差 %1 分钟。请校正时间；时间无误请按 Ctrl+F12，再做一次。</translation>
    </message>
    <message>
        <source>This window was not authorised to accept “%1”. Push the case, its department accepts it.</source>
        <translation>本窗口未被授权受理“%1”。请推送部门，由部门受理。</translation>
    </message>
    <message>
        <source>Tell again that it waits</source>
        <translation>再次告知领取</translation>
    </message>
    <message>
        <source>At %1 since %2</source>
        <translation>%2 起存于%1</translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation>，%1送来</translation>
    </message>
    <message>
        <source>, taken over by %1</source>
        <translation>，%1接收</translation>
    </message>
    <message>
        <source>The result of “%1” is at this place already. To correct a mistake, move it where it is.</source>
        <translation>“%1”的结果已在此处。登记有误时，请移到实际所在处。</translation>
    </message>
    <message>
        <source>“%1” is named twice. One result is handed over once.</source>
        <translation>“%1”重复列出。一件结果只交付一次。</translation>
    </message>
    <message>
        <source>The applicant wants everything together: “%1” is to be handed over too. If they want it one by one now, record that first.</source>
        <translation>申请人选择统一领取，“%1”也须一并交付。如改为分别领取，请先登记。</translation>
    </message>
    <message>
        <source>Enter the identity number of whoever takes the result.</source>
        <translation>请输入领取人的证件号码。</translation>
    </message>
    <message>
        <source>This identity number cannot be right. Compare it with the document, character by character.</source>
        <translation>证件号码有误，请与证件逐字核对。</translation>
    </message>
    <message>
        <source>“%1” may take it only with an authority: note the letter of authority or the proof of kinship.</source>
        <translation>“%1”须凭授权领取：请登记授权委托书或亲属关系证明。</translation>
    </message>
    <message>
        <source>Enter the company that carries the parcel.</source>
        <translation>请输入寄递公司。</translation>
    </message>
    <message>
        <source>This matter has no such list of people.</source>
        <translation>这件事没有这份名单。</translation>
    </message>
    <message>
        <source>A list may have %1 people. File the others as a case of their own.</source>
        <translation>一份名单最多%1人。其余人员请另立一件。</translation>
    </message>
    <message>
        <source>Twice in the list, the number is the same: %1. Remove one (Del) or correct it.</source>
        <translation>名单中号码重复：%1。请移除（Del）或者更正。</translation>
    </message>
    <message>
        <source>This has run out. A new one is needed.</source>
        <translation>已过期限，需要新的。</translation>
    </message>
    <message>
        <source>This picture is not part of the case. Choose one of those shown.</source>
        <translation>该图像不属于本办件，请在所示图像中选择。</translation>
    </message>
    <message>
        <source>The very same picture is in the case already. Look under: %1</source>
        <translation>同一图像已在本办件中，请查看：%1</translation>
    </message>
    <message>
        <source>The departments work with these pictures already. Add what is missing, nothing is taken out.</source>
        <translation>部门已在使用这些图像，只能补充，不能移出。</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>连不上</translation>
    </message>
    <message>
        <source>Switch it on and look at its cable.</source>
        <translation>请检查电源和连接线。</translation>
    </message>
    <message>
        <source>paper out</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>Load paper; the job goes on by itself.</source>
        <translation>请装纸，装好后自动继续打印。</translation>
    </message>
    <message>
        <source>paper nearly out</source>
        <translation>纸快用完</translation>
    </message>
    <message>
        <source>Have paper ready.</source>
        <translation>请备好纸。</translation>
    </message>
    <message>
        <source>paper jam</source>
        <translation>卡纸</translation>
    </message>
    <message>
        <source>Take the paper out; the job goes on by itself.</source>
        <translation>请取出卡住的纸，取出后自动继续打印。</translation>
    </message>
    <message>
        <source>door open</source>
        <translation>盖子开着</translation>
    </message>
    <message>
        <source>Close it; the job goes on by itself.</source>
        <translation>请合上盖子，合上后自动继续打印。</translation>
    </message>
    <message>
        <source>tray missing</source>
        <translation>纸盒未装好</translation>
    </message>
    <message>
        <source>Put the tray in; the job goes on by itself.</source>
        <translation>请装好纸盒，装好后自动继续打印。</translation>
    </message>
    <message>
        <source>toner or ink out</source>
        <translation>碳粉或墨水用完</translation>
    </message>
    <message>
        <source>Change the cartridge, or print on another printer.</source>
        <translation>请更换粉盒或墨盒，或者换一台打印机。</translation>
    </message>
    <message>
        <source>toner or ink nearly out</source>
        <translation>碳粉或墨水将用完</translation>
    </message>
    <message>
        <source>Have a cartridge ready.</source>
        <translation>请备好粉盒或墨盒。</translation>
    </message>
    <message>
        <source>output tray full</source>
        <translation>出纸盘已满</translation>
    </message>
    <message>
        <source>Take the papers out; the job goes on by itself.</source>
        <translation>请取走出纸盘里的纸，取走后自动继续打印。</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Start it again in the system&apos;s printer settings, or print on another printer.</source>
        <translation>请在系统的打印机设置里恢复，或者换一台打印机。</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Look at the printer; start it again in the system&apos;s printer settings.</source>
        <translation>请查看打印机，并在系统的打印机设置里恢复。</translation>
    </message>
    <message>
        <source>takes no jobs</source>
        <translation>不接收任务</translation>
    </message>
    <message>
        <source>Print on another printer, or let it take jobs in the system&apos;s printer settings.</source>
        <translation>请换一台打印机，或者在系统的打印机设置里让它接收任务。</translation>
    </message>
    <message>
        <source>wants a password</source>
        <translation>需要密码</translation>
    </message>
    <message>
        <source>Print on another printer and tell your technician.</source>
        <translation>请换一台打印机，并告诉技术人员。</translation>
    </message>
    <message>
        <source>driver missing</source>
        <translation>缺少驱动程序</translation>
    </message>
    <message>
        <source>wants attention</source>
        <translation>需要查看</translation>
    </message>
    <message>
        <source>Look at the printer.</source>
        <translation>请查看打印机。</translation>
    </message>
    <message>
        <source>the job was cancelled</source>
        <translation>打印任务被取消</translation>
    </message>
    <message>
        <source>the job was cancelled at the printer</source>
        <translation>打印任务已在打印机上取消</translation>
    </message>
    <message>
        <source>the paper was not there</source>
        <translation>纸不在打印机上</translation>
    </message>
    <message>
        <source>the print service does not answer</source>
        <translation>打印服务没有应答</translation>
    </message>
    <message>
        <source>no printer is set up</source>
        <translation>没有设置打印机</translation>
    </message>
    <message>
        <source>the printer is not set up on this PC any more</source>
        <translation>本机上已没有这台打印机</translation>
    </message>
    <message>
        <source>the printer does not answer: look at power and cable</source>
        <translation>打印机没有响应，请检查电源和连接线</translation>
    </message>
    <message>
        <source>the printer is busy with other jobs</source>
        <translation>打印机正忙于其他任务</translation>
    </message>
    <message>
        <source>the printer takes no jobs</source>
        <translation>打印机不接收任务</translation>
    </message>
    <message>
        <source>the printer is stopped</source>
        <translation>打印机已停止</translation>
    </message>
    <message>
        <source>it has no driver and gets receipts only. Choose another printer for this paper (Ctrl+6, F2), or set the layout there to A4 if it prints PDF by itself</source>
        <translation>没有驱动，只按小票打印机使用。请为这种文书另选打印机（Ctrl+6，再按 F2）；如果它自己能打印 PDF，就在那里把版式设为 A4</translation>
    </message>
    <message>
        <source>the driver of the printer failed: tell your technician</source>
        <translation>打印机驱动出错，请告知技术人员</translation>
    </message>
    <message>
        <source>the printer cannot print what it was sent: print on another one</source>
        <translation>打印机打不了发去的内容，请换一台打印机</translation>
    </message>
    <message>
        <source>the printer does not have the tray or the paper that is set for it (Ctrl+6, F2)</source>
        <translation>打印机没有所设的纸盒或纸张（Ctrl+6，再按 F2 修改）</translation>
    </message>
    <message>
        <source>the printer wants a name and password</source>
        <translation>打印机要求用户名和密码</translation>
    </message>
    <message>
        <source>the allowance of pages on this printer is used up</source>
        <translation>这台打印机的可打印页数已用完</translation>
    </message>
    <message>
        <source>the print service has no room left: tell your technician</source>
        <translation>打印服务空间不足，请告知技术人员</translation>
    </message>
    <message>
        <source>the paper did not get through to the printer: look at power and cable</source>
        <translation>数据没有送到打印机，请检查电源和连接线</translation>
    </message>
    <message>
        <source>the print service gave the job up</source>
        <translation>打印服务放弃了任务</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>printer %1: %2</source>
        <translation>打印机 %1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>尚无答复</translation>
    </message>
    <message>
        <source>found</source>
        <translation>已查到</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未查到</translation>
    </message>
    <message>
        <source>not given out for this</source>
        <translation>对方不予提供</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未能连通</translation>
    </message>
    <message>
        <source>answer not credible</source>
        <translation>答复不可信</translation>
    </message>
    <message>
        <source>stopped at the window</source>
        <translation>窗口已停止查询</translation>
    </message>
    <message>
        <source>Enter first whose it is: “%1” is looked up by the name of a person or an enterprise.</source>
        <translation>请先填写持证人：查询“%1”需要个人姓名或单位名称。</translation>
    </message>
    <message>
        <source>This was not asked, or it was answered before.</source>
        <translation>没有发起过此查询，或此前已有答复。</translation>
    </message>
    <message>
        <source>Settle a contradiction</source>
        <translation>处理矛盾</translation>
    </message>
    <message>
        <source>This paper is not signed here. Choose one that the citizen signs.</source>
        <translation>这份文书不在这里签名。请选择由群众签名的文书。</translation>
    </message>
    <message>
        <source>A newer version of this program wrote on case %1. Here it can be looked at; work on it at a window with the newer version, or update this one.</source>
        <translation>办件 %1 有新版本程序写下的内容。本机只能查看，请在装有新版本的窗口办理，或升级本机。</translation>
    </message>
    <message>
        <source>There is no such contradiction in this case any more.</source>
        <translation>该办件已没有这一处矛盾。</translation>
    </message>
    <message>
        <source>There is no legal number for this paper. Have the numbers entered in forms/numbers.json of the profile, then print again: Ctrl+6, F3 shows which are there.</source>
        <translation>这份文书没有可用的文号。请在配置目录的 forms/numbers.json 中录入号段后再打印；按 Ctrl+6、F3 可查看现有号段。</translation>
    </message>
    <message>
        <source>There is no legal number left for this paper. The hub is asked for more as soon as it is reached; then print again. Ctrl+6, F3 shows how that goes.</source>
        <translation>这份文书的文号已用完。连上中心端后会自动领取，领到后请再打印；按 Ctrl+6、F3 可查看领取情况。</translation>
    </message>
    <message>
        <source>%1 is the number of this very case. Enter that of the other one.</source>
        <translation>%1 就是本件的编号。请输入另一件的编号。</translation>
    </message>
    <message>
        <source>Check a material once more</source>
        <translation>复核材料</translation>
    </message>
    <message>
        <source>Decide on the reason of a delay</source>
        <translation>审批超时说明</translation>
    </message>
    <message>
        <source>Nothing of “%1” is late: there is nothing to explain.</source>
        <translation>“%1”没有超时，不用说明。</translation>
    </message>
    <message>
        <source>Nothing of this kind is open in this case.</source>
        <translation>本件没有待处理的这类事项。</translation>
    </message>
    <message>
        <source>Nothing was promised in place of “%1”.</source>
        <translation>“%1”没有作过告知承诺。</translation>
    </message>
    <message>
        <source>give a case to another window</source>
        <translation>把办件转给其他窗口</translation>
    </message>
    <message>
        <source>choose between two entries</source>
        <translation>在两项录入中选定一项</translation>
    </message>
    <message>
        <source>decide between two acts that contradict each other</source>
        <translation>裁定相互矛盾的操作</translation>
    </message>
    <message>
        <source>rule on the reason of a delay</source>
        <translation>审批超期原因</translation>
    </message>
    <message>
        <source>order that something is looked at once more</source>
        <translation>要求复核</translation>
    </message>
    <message>
        <source>press a department</source>
        <translation>督办部门</translation>
    </message>
    <message>
        <source>see a whole number</source>
        <translation>查看完整号码</translation>
    </message>
    <message>
        <source>see the board of the hall</source>
        <translation>查看大厅看板</translation>
    </message>
    <message>
        <source>see the reports of the hall</source>
        <translation>查看大厅报表</translation>
    </message>
    <message>
        <source>Only a supervisor may %1. Call one: Ctrl+Shift+A allows it this once, Ctrl+Shift+U changes the person at this window.</source>
        <translation>只有值班长才能%1。请值班长按 Ctrl+Shift+A 在此许可这一次，或按 Ctrl+Shift+U 更换本窗口人员。</translation>
    </message>
    <message>
        <source>say where safety copies go and make their recovery code</source>
        <translation>设置备份位置和恢复码</translation>
    </message>
</context>
</TS>
