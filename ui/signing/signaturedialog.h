#pragma once

#include <QDialog>

#include <functional>

class QLabel;
class SignaturePad;

/// What is to be signed.
struct SignatureWish {
    QString what; ///< the paper or act, as a title
    QString signer; ///< who signs; may be empty
    QString told; ///< what is read before; may be empty
};

/// Asks for a signature by hand. Enter takes it, Esc leaves it.
class SignatureDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SignatureDialog(const SignatureWish &wish, QWidget *parent = nullptr);

    /// Why Enter did not take it; empty: nothing is wrong.
    QString fault() const;

signals:
    /// The picture of the signature, as scans::Handwriting::png() gives it.
    void signedBy(const QByteArray &png);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take();

    SignaturePad *const m_pad;
    QLabel *const m_fault;
};

/// Shows the dialog over \a page; \a then is given the picture, unless the citizen does not sign or \a page goes.
void askSignature(QWidget *page, const SignatureWish &wish, const std::function<void(const QByteArray &png)> &then);
