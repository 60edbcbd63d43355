#include "app/hub/web/adminwords.h"

#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>

namespace web {

using namespace Qt::StringLiterals;

namespace {

struct Saying {
    QLatin1StringView beginning; ///< of what the office says
    QStringView chinese;
};
constexpr std::array sayings{
    Saying{"a name to sign in with"_L1, u"用户名须为 2 至 40 个字符，只用小写字母、数字和 . _ -，以字母或数字开头。"},
    Saying{"the book names others so"_L1, u"这个用户名由系统保留，请换一个。"},
    Saying{"how somebody is called"_L1, u"姓名须为 1 至 40 个字。"},
    Saying{"this name is taken"_L1, u"已有同名的账号，请换一个用户名。"},
    Saying{"there is no such account"_L1, u"没有这个账号。"},
    Saying{"at least one role"_L1, u"请至少选择一个角色。"},
    Saying{"administrators, people of units"_L1, u"管理员、部门人员、大厅人员和指南编制人员不能由同一个账号兼任。"},
    Saying{"nobody is two administrators"_L1, u"系统、安全、审计三类管理员不能兼任。"},
    Saying{"a reviewer or supervisor belongs"_L1, u"审查人员、部门负责人须填写所在单位。"},
    Saying{"only reviewers and supervisors"_L1, u"只有审查人员和部门负责人属于单位，其他角色请不要填写单位。"},
    Saying{"who works at a window"_L1, u"窗口人员和值班长须填写所在大厅的代码。"},
    Saying{"only who works at a window"_L1, u"只有窗口人员和值班长属于大厅，其他角色请不要填写大厅。"},
    Saying{"a hall has a code"_L1, u"大厅代码只用字母、数字和 . _ -，最长 40 个字符。"},
    Saying{"the account "_L1, u"本大厅已有同名的人员。文书和记录以姓名署名，请在姓名后加注以示区别，例如“王芳（大）”。"},
    Saying{"region (six digits)"_L1, u"请检查：区划代码六位数字，窗口号三位数字，有效时间 1 至 720 小时。"},
    Saying{"is no address of a hub"_L1, u"请检查：中心端地址以 http:// 或 https:// 开头、末尾没有斜杠；区划代码六位数字，窗口号三位数字。"},
    Saying{"there is no such device"_L1, u"没有这台设备。"},
    Saying{"an order to wipe has a reason"_L1, u"请写明清除的原因：一行，最长 200 个字，不要写群众的个人信息。"},
    Saying{"what is to be wiped was not confirmed"_L1, u"输入的窗口号与这台设备的不同，没有下达清除命令。请核对后重新输入。"},
    Saying{"the device may have heard"_L1, u"设备可能已经收到清除命令，不能再撤销。要继续用这个窗口，请重新登记。"},
    Saying{"no order to wipe is in force"_L1, u"这台设备没有生效的清除命令。"},
    Saying{"there is no such series or number"_L1, u"机关代字、文书、年份或号码不对，请核对。"},
    Saying{"there is no such task"_L1, u"没有这项整改任务，或者已经办结。"},
    Saying{"say what was done about it"_L1, u"请写明整改结果。"},
    Saying{"this version was published with other bytes"_L1, u"同一版本号已经发布过不同的内容，请使用新的版本号。"},
    Saying{"kind, name and version are words"_L1, u"类别、名称、版本只用字母、数字和 . _ -，以字母或数字开头。"},
    Saying{"is not in the library"_L1, u"库里没有这个文件。"},
    Saying{"the signature is none"_L1, u"签名内容不是签名文件，请重新复制 .sig 文件的全部内容。"},
    Saying{"value not allowed for hall/hallName"_L1, u"名称须为 1 至 60 个字。"},
    Saying{"value not allowed for hall/phone"_L1, u"电话须为 3 至 20 位，只用数字、空格、+ 和 -。"},
    Saying{"value not allowed for hall/address"_L1, u"地址最长 100 个字。"},
    Saying{"value not allowed for hall/officeHours"_L1, u"办公时间最长 100 个字。"},
    Saying{"there is no such subscriber"_L1, u"没有这个接收系统，或者已经停用。"},
    Saying{"there is no such message"_L1, u"没有这条未送到的消息，或者内容已经清除，不能再送。"},
    Saying{"a name is 2 to 40"_L1, u"系统名称须为 2 至 40 个字符，只用小写字母、数字和 . _ -。"},
    Saying{"scopes are"_L1, u"请至少选择一项权限。"},
    Saying{"every scope but rate"_L1, u"除评价器外，令牌都须填写所属单位。"},
    Saying{"is no address"_L1, u"这不是可以使用的网址。"},
    Saying{"messages go over https"_L1, u"消息只能用 https 发送，本机地址除外。"},
    Saying{"is no public address"_L1, u"这是内网或本机地址，须勾选“允许内网地址”。"},
    Saying{"kinds are"_L1, u"请选择接收系统的种类。"},
    Saying{"say of which unit"_L1, u"请填写是哪个单位的系统。"},
    Saying{"only the kind unit"_L1, u"只有单位系统填写单位编号。"},
    Saying{"this kind is not told of"_L1, u"这一种系统没有这样的消息。"},
    Saying{"there is no such token"_L1, u"没有这个令牌，或者已经作废。"},
};

struct ActWord {
    QLatin1StringView act;
    QStringView chinese;
};
constexpr std::array acts{
    ActWord{"signed-in"_L1, u"登录"},
    ActWord{"sign-in-refused"_L1, u"登录被拒"},
    ActWord{"account-made"_L1, u"建立账号"},
    ActWord{"account-locked"_L1, u"账号锁定"},
    ActWord{"account-unlocked"_L1, u"解除锁定"},
    ActWord{"account-closed"_L1, u"停用账号"},
    ActWord{"password-reset"_L1, u"重置密码"},
    ActWord{"password-changed"_L1, u"修改密码"},
    ActWord{"refused"_L1, u"越权被拒"},
    ActWord{"case-seen"_L1, u"查看办件"},
    ActWord{"numbers-seen"_L1, u"查看完整号码"},
    ActWord{"progress-seen"_L1, u"查询进度"},
    ActWord{"licence-fetched"_L1, u"下载电子证照"},
    ActWord{"looked-up"_L1, u"查询证照"},
    ActWord{"look-ups-read"_L1, u"查看证照查询记录"},
    ActWord{"licences-imported"_L1, u"导入证照"},
    ActWord{"ratings-read"_L1, u"查看评价"},
    ActWord{"rating-put-right"_L1, u"登记整改"},
    ActWord{"item-given"_L1, u"交办事项"},
    ActWord{"case-moved"_L1, u"办件转厅"},
    ActWord{"case-erased"_L1, u"删除办件"},
    ActWord{"enrol-code-made"_L1, u"生成登记码"},
    ActWord{"device-revoked"_L1, u"停用设备"},
    ActWord{"device-in-use-again"_L1, u"恢复设备"},
    ActWord{"wipe-ordered"_L1, u"下达清除命令"},
    ActWord{"wipe-lifted"_L1, u"撤销清除命令"},
    ActWord{"wipe-heard"_L1, u"设备收到清除命令"},
    ActWord{"device-wiped"_L1, u"设备已清除"},
    ActWord{"remnant-taken"_L1, u"收回未上传内容"},
    ActWord{"published"_L1, u"发布文件"},
    ActWord{"withdrawn"_L1, u"撤下文件"},
    ActWord{"serials-passed-over"_L1, u"文号跳过"},
    ActWord{"token-made"_L1, u"发放令牌"},
    ActWord{"token-withdrawn"_L1, u"作废令牌"},
    ActWord{"webhook-added"_L1, u"增加接收系统"},
    ActWord{"webhook-withdrawn"_L1, u"停用接收系统"},
    ActWord{"message-again"_L1, u"重发消息"},
    ActWord{"alarm-seen"_L1, u"销警报"},
    ActWord{"aside-read"_L1, u"导出扣留内容"},
    ActWord{"aside-given-up"_L1, u"清除扣留内容"},
    ActWord{"retention"_L1, u"按保存期限清除"},
    ActWord{"settings-changed"_L1, u"修改设置"},
    ActWord{"book-exported"_L1, u"导出操作记录"},
    ActWord{"backed-up"_L1, u"备份"},
    ActWord{"new-epoch"_L1, u"恢复后重新对齐"},
};

}

QString inChinese(const base::Error &error)
{
    const auto said = std::ranges::find_if(sayings, [&](const Saying &one) {
        return error.detail.startsWith(one.beginning) || error.detail.endsWith(one.beginning);
    });
    if (said != sayings.end())
        return said->chinese.toString();
    const QString place = error.place.isEmpty() ? QString() : error.place + u"："_s;
    return u"没有办成，请按下面的提示改正后再试（%1%2）。"_s.arg(place, error.detail);
}

QJsonArray roleChoices()
{
    QJsonArray choices;
    for (const offices::Role role : offices::allRoles())
        choices << QJsonObject{{"box"_L1, u"role."_s + offices::wordOf(role)}, {"role"_L1, offices::chineseOf(role)}};
    return choices;
}

QString rolesInChinese(const QList<offices::Role> &roles)
{
    QStringList words;
    for (const offices::Role role : roles)
        words << offices::chineseOf(role);
    return words.join(u'、');
}

QString actInChinese(const QString &act)
{
    const auto found = std::ranges::find(acts, act, &ActWord::act);
    return found == acts.end() ? act : found->chinese.toString();
}

}
